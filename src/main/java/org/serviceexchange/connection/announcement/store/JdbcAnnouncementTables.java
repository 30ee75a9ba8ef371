package org.serviceexchange.connection.announcement.store;

import org.serviceexchange.connection.announcement.AnnouncementTables;
import org.serviceexchange.connection.announcement.Announcements;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of announcements in the database. */
@Repository
class JdbcAnnouncementTables implements AnnouncementTables {

    private final JdbcClient jdbc;

    JdbcAnnouncementTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Announcements of(Names names) {
        return new AnnouncementTable(jdbc, names);
    }
}
