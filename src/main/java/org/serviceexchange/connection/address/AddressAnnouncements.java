package org.serviceexchange.connection.address;

import java.time.Instant;
import org.serviceexchange.connection.announcement.Announcements;

/** Which peers are to be told this instance's address: one row for each live connection, by its number. */
public interface AddressAnnouncements extends Announcements {

    /** Has the peers of all live connections told that were not told this address yet. */
    void plan(String address, Instant now);

    /** Removes rows of connections that have ended; returns how many those were. */
    int removeEnded();
}
