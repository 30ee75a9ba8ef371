package org.serviceexchange.connection.signature;

import java.time.Instant;
import java.util.List;
import org.serviceexchange.connection.announcement.Announcement;
import org.serviceexchange.connection.announcement.Announcements;

/**
 * Which peers are to be told this instance's new signature key: one row for each record, by the number of the registration at a
 * provider and of the connection at a consumer. What a peer knows, and what it is told, are thumbprints.
 */
public interface KeyAnnouncements extends Announcements {

    /** Plans for all records of live connections, and for these others. Who knew the former key, or none of the later ones, is told. */
    void plan(String former, String announced, List<String> others, Instant now);

    /** The peer of this record knows only the key that is pinned, and is told. */
    void plan(String record, String pinned, String announced, Instant now);

    /** The peer is told this key, and not the one that the announcement names; the announcement of that. */
    Announcement instead(Announcement announcement, String announced);

    /** Numbers of the records that were told in vain, without those on which a person gave up. */
    List<String> toldInVain();

    /** Those of records whose connection does not live, and whose peer is not to be asked for its state any more. */
    List<String> ended();

    void remove(String record);
}
