package org.serviceexchange.connection.announcement.store;

import org.serviceexchange.connection.announcement.AnnouncementTables;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real tables in a database of a test. */
public final class TestAnnouncementTables {

    private TestAnnouncementTables() {}

    public static AnnouncementTables in(JdbcClient jdbc) {
        return new JdbcAnnouncementTables(jdbc);
    }
}
