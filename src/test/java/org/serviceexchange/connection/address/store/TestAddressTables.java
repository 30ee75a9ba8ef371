package org.serviceexchange.connection.address.store;

import java.time.Clock;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.serviceexchange.connection.address.AddressAnnouncements;
import org.serviceexchange.connection.address.OwnAddresses;
import org.serviceexchange.connection.address.PeerMoves;
import org.serviceexchange.connection.announcement.store.TestAnnouncementTables;
import org.serviceexchange.protocol.outbound.FallbackAddresses;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The real tables of one side in a database of its own. */
public final class TestAddressTables {

    private final JdbcClient jdbc;
    private final JdbcPeerMoves moves;

    public TestAddressTables(String name, Clock clock) {
        DataSource database = JdbcConnectionPool.create("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "");
        make(database);
        jdbc = JdbcClient.create(database);
        moves = new JdbcPeerMoves(jdbc, clock);
    }

    static void make(DataSource database) {
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V50__consumer_registration.sql"),
                        new ClassPathResource("db/migration/V60__consumer.sql"),
                        new ClassPathResource("db/migration/V125__heartbeat.sql"),
                        new ClassPathResource("db/migration/V131__addresses.sql"))
                .execute(database);
    }

    /** A live connection has a heartbeat. */
    public TestAddressTables with(String connection) {
        jdbc.sql("insert into heartbeat (module, side, registration, key_id, address, next_at)"
                        + " values (?, 'PROVIDER', 'REG', 'key', 'https://x.example.com', current_timestamp)")
                .param(connection)
                .update();
        return this;
    }

    public void ended(String connection) {
        jdbc.sql("delete from heartbeat where module = ?").param(connection).update();
    }

    public OwnAddresses own() {
        return new JdbcOwnAddresses(jdbc);
    }

    public AddressAnnouncements announcements() {
        return new JdbcAddressAnnouncements(jdbc, TestAnnouncementTables.in(jdbc));
    }

    public PeerMoves moves() {
        return moves;
    }

    public FallbackAddresses fallback() {
        return moves;
    }
}
