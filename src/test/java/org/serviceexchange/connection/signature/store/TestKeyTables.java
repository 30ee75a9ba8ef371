package org.serviceexchange.connection.signature.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.serviceexchange.connection.announcement.store.TestAnnouncementTables;
import org.serviceexchange.connection.signature.FormerPeerKeys;
import org.serviceexchange.connection.signature.KeyAnnouncements;
import org.serviceexchange.kmf.PinnedKeys;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The real tables of one side in a database of its own. */
public final class TestKeyTables {

    private final JdbcClient jdbc;
    private final Clock clock;

    public TestKeyTables(String name, Clock clock) {
        DataSource database = JdbcConnectionPool.create("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "");
        make(database);
        this.jdbc = JdbcClient.create(database);
        this.clock = clock;
    }

    static void make(DataSource database) {
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V50__consumer_registration.sql"),
                        new ClassPathResource("db/migration/V60__consumer.sql"),
                        new ClassPathResource("db/migration/V125__heartbeat.sql"),
                        new ClassPathResource("db/migration/V122__peer_inquiry.sql"),
                        new ClassPathResource("db/migration/V162__signature_key_announcements.sql"))
                .execute(database);
    }

    /** A live connection has a heartbeat. */
    public void living(String connection, String side, String registration) {
        jdbc.sql("insert into heartbeat (module, side, registration, key_id, address, next_at)"
                        + " values (?, ?, ?, 'key', 'https://x.example.com', current_timestamp)")
                .params(connection, side, registration)
                .update();
    }

    /** All rows about keys as they are now; running it later restores them. */
    public Runnable backup() {
        Map<String, List<Map<String, Object>>> saved = new LinkedHashMap<>();
        for (String table : List.of("signature_key_announcement", "former_peer_key")) {
            saved.put(table, jdbc.sql("select * from " + table).query().listOfRows());
        }
        return () -> saved.forEach((table, rows) -> {
            jdbc.sql("delete from " + table).update();
            rows.forEach(row -> insert(table, row));
        });
    }

    private void insert(String table, Map<String, Object> row) {
        String columns = String.join(", ", row.keySet());
        String values = row.keySet().stream().map(column -> "?").collect(Collectors.joining(", "));
        jdbc.sql("insert into " + table + " (" + columns + ") values (" + values + ")")
                .params(new ArrayList<>(row.values()))
                .update();
    }

    public KeyAnnouncements announcements() {
        return new JdbcKeyAnnouncements(jdbc, TestAnnouncementTables.in(jdbc));
    }

    public PinnedKeys pinned() {
        return new JdbcPinnedKeys(announcements(), clock);
    }

    public FormerPeerKeys former() {
        return new JdbcFormerPeerKeys(jdbc);
    }
}
