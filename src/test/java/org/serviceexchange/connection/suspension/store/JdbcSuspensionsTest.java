package org.serviceexchange.connection.suspension.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.connection.suspension.KeptSuspension;
import org.serviceexchange.connection.suspension.Maintenance;
import org.serviceexchange.connection.suspension.Suspension;
import org.serviceexchange.connection.suspension.Suspension.Kind;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class JdbcSuspensionsTest {

    private static final String CCN = "CCN0001001";
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123Z");
    private static final Suspension REST =
            new Suspension(Kind.MAINTENANCE, NOW, NOW.plusSeconds(60), "\uD83D\uDCBE".repeat(200));

    static List<DataSource> databases() {
        return BothDatabases.named("suspensions");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void keepsTheLastOneOfEachSide(DataSource database) {
        JdbcSuspensions suspensions = new JdbcSuspensions(empty(database, "connection_suspension", "V117"));
        KeptSuspension own = new KeptSuspension(CCN, true, "REG0001001", REST, NOW, 7, null);
        KeptSuspension peer = new KeptSuspension(CCN, false, "REG0001001", REST, NOW.plusSeconds(1), 0, NOW);
        KeptSuspension another = new KeptSuspension("PCN0001001", true, "PCN0001001", REST, NOW, 7, null);
        List.of(own, peer, another).forEach(suspensions::save);
        assertThat(suspensions.of(CCN)).containsExactly(peer, own);
        assertThat(suspensions.ofSubject("REG0001001")).containsExactly(peer, own);

        KeptSuspension next = new KeptSuspension(
                CCN, true, "REG0001001", new Suspension(Kind.SUSPENDED, NOW, NOW.plusSeconds(5), "why"), NOW, 8, NOW);
        suspensions.save(next);
        assertThat(suspensions.of(CCN)).containsExactly(peer, next);

        suspensions.remove(CCN);
        assertThat(suspensions.of(CCN)).isEmpty();
        assertThat(suspensions.of("PCN0001001")).containsExactly(another);
    }

    private static JdbcClient empty(DataSource database, String table, String migration) {
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("drop table if exists " + table).update();
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/" + migration + "__" + table + ".sql"))
                .execute(database);
        return jdbc;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void keepsTheLastMaintenance(DataSource database) {
        JdbcMaintenances maintenances = new JdbcMaintenances(empty(database, "maintenance", "V118"));
        assertThat(maintenances.last()).isEmpty();
        Maintenance first = new Maintenance(REST, "ada", false, "ZZZ", "", 1, 2);
        maintenances.save(first);
        assertThat(maintenances.lock()).contains(first);
        Maintenance next = new Maintenance(REST, "bob", true, "", "PCN0001001", 3, 4);
        maintenances.save(next);
        assertThat(maintenances.last()).contains(next);
    }
}
