package org.serviceexchange.kmf.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class KeyHousekeepingTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    static List<DataSource> databases() {
        return BothDatabases.named("key_housekeeping");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void removesKeysOfConnectionsThatEndedLongAgo(DataSource database) {
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V20__kmf.sql")).execute(database);
        JdbcClient jdbc = JdbcClient.create(database);
        Instant last = NOW.minus(KeyHousekeeping.KEPT);
        Instant longAgo = last.minusSeconds(1);
        key(jdbc, "instance", 1, "DESTROYED", longAgo);
        key(jdbc, "CCN-alive", 1, "DESTROYED", longAgo);
        key(jdbc, "CCN-alive", 2, "ACTIVE", longAgo);
        key(jdbc, "CCN-ended", 1, "DESTROYED", longAgo);
        key(jdbc, "CCN-ended", 2, "DESTROYED", longAgo);
        key(jdbc, "CCN-recent", 1, "DESTROYED", longAgo);
        key(jdbc, "CCN-recent", 2, "DESTROYED", last);
        assertThat(new KeyHousekeeping(jdbc).destroyedKeyHousekeeping().run(NOW))
                .isEqualTo(2);
        assertThat(jdbc.sql("select id from kmf_key order by id")
                        .query(String.class)
                        .list())
                .containsExactly("CCN-alive1", "CCN-alive2", "CCN-recent1", "CCN-recent2", "instance1");
    }

    private static void key(JdbcClient jdbc, String module, int version, String state, Instant since) {
        byte[] none = {};
        jdbc.sql("insert into kmf_key values (?, ?, 'purpose', 'algorithm', ?, ?, null, 'w', ?, ?, ?, ?, ?, ?, ?)")
                .params(module + version, module, version, state, none, none, none)
                .params(
                        since.atOffset(ZoneOffset.UTC),
                        since.atOffset(ZoneOffset.UTC),
                        since.atOffset(ZoneOffset.UTC),
                        none)
                .update();
    }
}
