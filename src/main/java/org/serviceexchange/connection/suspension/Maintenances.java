package org.serviceexchange.connection.suspension;

import java.util.Optional;

/** The last maintenance of this instance. */
public interface Maintenances {

    Optional<Maintenance> last();

    /** Locks the last one, or that there is none, until the transaction ends. */
    Optional<Maintenance> lock();

    /** Puts it in place of the last one. */
    void save(Maintenance maintenance);
}
