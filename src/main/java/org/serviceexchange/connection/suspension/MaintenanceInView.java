package org.serviceexchange.connection.suspension;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the page of the instance's maintenance shows. */
@Service
public class MaintenanceInView {

    private final Maintenances maintenances;
    private final Clock clock;

    public MaintenanceInView(Maintenances maintenances, Clock clock) {
        this.maintenances = maintenances;
        this.clock = clock;
    }

    /**
     * The maintenance that holds or will, or of whose end connections are still told.
     *
     * @param maintenance null if there is nothing to show
     * @param pending whether it can be lifted
     */
    public record View(@Nullable Maintenance maintenance, boolean pending) {}

    public View now() {
        return maintenances
                .last()
                .filter(last -> last.suspension().pending(clock.instant()) || !last.done())
                .map(last -> new View(last, last.pending(clock.instant())))
                .orElse(new View(null, false));
    }
}
