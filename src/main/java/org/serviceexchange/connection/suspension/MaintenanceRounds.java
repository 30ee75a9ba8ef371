package org.serviceexchange.connection.suspension;

import org.serviceexchange.platform.background.BackgroundRound;
import org.springframework.stereotype.Component;

/** Tells connections of a maintenance in the background: at once, and after a restart until all were told. */
@Component
public class MaintenanceRounds extends BackgroundRound {

    private final AnnounceMaintenance announceMaintenance;

    public MaintenanceRounds(AnnounceMaintenance announceMaintenance) {
        super("maintenance", "Connections could not be told of the maintenance; it is tried again.");
        this.announceMaintenance = announceMaintenance;
    }

    @Override
    protected void round() {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = announceMaintenance.tellNext();
        }
    }
}
