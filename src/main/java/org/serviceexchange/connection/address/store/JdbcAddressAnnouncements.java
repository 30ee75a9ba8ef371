package org.serviceexchange.connection.address.store;

import java.time.Instant;
import org.serviceexchange.connection.address.AddressAnnouncements;
import org.serviceexchange.connection.announcement.AnnouncementTables;
import org.serviceexchange.connection.announcement.AnnouncementTables.Names;
import org.serviceexchange.connection.announcement.StoredAnnouncements;
import org.serviceexchange.platform.store.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Announcements in the table address_announcement; the live connections are those that have heartbeats. */
@Repository
class JdbcAddressAnnouncements extends StoredAnnouncements implements AddressAnnouncements {

    private final JdbcClient jdbc;

    JdbcAddressAnnouncements(JdbcClient jdbc, AnnouncementTables tables) {
        super(tables.of(new Names("address_announcement", "connection", null, "address")));
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void plan(String address, Instant now) {
        jdbc.sql("update address_announcement set address = ?, due_at = ?, tries = 0, failure = null, known_at = null,"
                        + " given_up_by = null where address <> ?")
                .params(address, Row.utc(now), address)
                .update();
        jdbc.sql("insert into address_announcement (connection, address, due_at, tries) select h.module, cast(? as"
                        + " varchar(500)), cast(? as timestamp(6) with time zone), 0 from heartbeat h where not exists (select 1"
                        + " from address_announcement a where a.connection = h.module)")
                .params(address, Row.utc(now))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int removeEnded() {
        return removeEnded("address_announcement") + removeEnded("peer_address");
    }

    private int removeEnded(String table) {
        return jdbc.sql("delete from " + table + " where not exists (select 1 from heartbeat h where h.module = "
                        + table + ".connection)")
                .update();
    }
}
