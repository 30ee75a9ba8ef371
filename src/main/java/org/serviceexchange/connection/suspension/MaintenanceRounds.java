package org.serviceexchange.connection.suspension;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells connections of a maintenance in the background: at once, and after a restart until all were told. */
@Component
public class MaintenanceRounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MaintenanceRounds.class);

    private final AnnounceMaintenance announceMaintenance;
    private final ExecutorService round = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "maintenance");
        thread.setDaemon(true);
        return thread;
    });

    public MaintenanceRounds(AnnounceMaintenance announceMaintenance) {
        this.announceMaintenance = announceMaintenance;
    }

    /** Goes on in the background. */
    public void start() {
        round.execute(() -> {
            try {
                boolean more = true;
                while (more && !Thread.currentThread().isInterrupted()) {
                    more = announceMaintenance.tellNext();
                }
            } catch (RuntimeException e) {
                LOG.warn("Connections could not be told of the maintenance; it is tried again.", e);
            }
        });
    }

    @Override
    public void close() {
        round.shutdownNow();
    }
}
