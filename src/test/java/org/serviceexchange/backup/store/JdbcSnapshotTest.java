package org.serviceexchange.backup.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.Guarantee;
import org.serviceexchange.backup.ContentSum;
import org.serviceexchange.backup.Database.Snapshot;
import org.serviceexchange.backup.Rows;
import org.serviceexchange.backup.TakeBackup;
import org.serviceexchange.platform.engine.store.TestMigrations;
import org.serviceexchange.platform.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database is copied as it was at one moment, into H2 as into PostgreSQL, and with the same sums. */
class JdbcSnapshotTest {

    private static final Schema SCHEMA = new Schema(List.of(TestMigrations.inJava()));
    private static final String NEWEST = "latest";

    static List<DataSource> databases() {
        return BothDatabases.named("snapshots");
    }

    private static JdbcDatabase filled(DataSource source) {
        SCHEMA.make(source, NEWEST);
        JdbcClient jdbc = JdbcClient.create(source);
        jdbc.sql("delete from kmf_instance").update();
        jdbc.sql("delete from company").update();
        jdbc.sql(
                        "insert into kmf_instance (singleton, instance_id, root_check, key_set, created_at) values (1, 'me', ?, 2,"
                                + " timestamp with time zone '2026-01-31 12:00:00.123456+01:00')")
                .param(new byte[] {0, 1, -1})
                .update();
        jdbc.sql("delete from notice_event").update();
        jdbc.sql("insert into notice_event (id, kind, subject, author, message, happened_at)"
                        + " values (41, 'K', 'REG0001001', 'mia', 'm', current_timestamp)")
                .update();
        company(jdbc, "C1", "Ünï \"one\"\n\u2028");
        return new JdbcDatabase(source, SCHEMA, "test");
    }

    private static void company(JdbcClient jdbc, String id, String name) {
        jdbc.sql("insert into company (id, name, name_key, active) values (?, ?, ?, true)")
                .params(id, name, id)
                .update();
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Guarantee(
            of = TakeBackup.class,
            says = "All rows show the same moment, and the key store is that of the same time.")
    void showsOneMoment(DataSource source) {
        JdbcDatabase database = filled(source);
        JdbcClient jdbc = JdbcClient.create(source);
        try (Snapshot snapshot = database.snapshot()) {
            assertThat(rows(snapshot, "company")).hasSize(1);
            // Committed meanwhile, also in a table that was not read before
            company(jdbc, "C2", "two");
            jdbc.sql("update company set name = 'changed'").update();
            jdbc.sql("update kmf_instance set instance_id = 'other'").update();
            assertThat(rows(snapshot, "company"))
                    .hasSize(1)
                    .allSatisfy(row -> assertThat(row).contains("Ünï"));
            assertThat(snapshot.instance()).isEqualTo("me");
        }
        try (Snapshot snapshot = database.snapshot()) {
            assertThat(rows(snapshot, "company")).hasSize(2);
            assertThat(snapshot.instance()).isEqualTo("other");
            assertThat(SCHEMA.knows(snapshot.schema())).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aCopyHasTheSameRowsInEitherDatabase(DataSource source) {
        JdbcDatabase database = filled(source);
        String name = source == databases().get(0) ? "copies_of_h2" : "copies_of_postgres";
        for (DataSource target : BothDatabases.named(name)) {
            JdbcDatabase copy = new JdbcDatabase(target, SCHEMA, "copy");
            try (Snapshot snapshot = database.snapshot()) {
                copy.fill(snapshot.schema(), snapshot, (table, rows) -> {});
                try (Snapshot again = copy.snapshot()) {
                    assertThat(again.tables()).isEqualTo(snapshot.tables()).hasSizeGreaterThan(80);
                    for (String table : again.tables()) {
                        assertThat(sum(again, table)).isEqualTo(sum(snapshot, table));
                    }
                }
                assertThatThrownBy(() -> copy.fill(snapshot.schema(), snapshot, (table, rows) -> {}))
                        .isInstanceOf(Problem.class)
                        .hasMessageContaining("copy exists already, or holds data already.");
            }
            numbersGoOn(target);
        }
    }

    /** The rows would never get what the migrations between add to them. */
    @Test
    void emptyTablesOfALaterSchemaAreRefused() {
        DataSource target = new DriverManagerDataSource("jdbc:h2:mem:later;DB_CLOSE_DELAY=-1", "sa", "");
        SCHEMA.make(target, NEWEST);
        JdbcClient.create(target).sql("delete from kmf_instance").update();
        JdbcDatabase copy = new JdbcDatabase(target, SCHEMA, "copy");
        try (Snapshot later = copy.snapshot()) {
            assertThatThrownBy(() -> copy.fill("160", later, (table, rows) -> {}))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("copy exists already, or holds data already.");
            copy.fill(later.schema(), later, (table, rows) -> {});
        }
    }

    /** A number that the database gives to a row is not one that a copied row has. */
    private static void numbersGoOn(DataSource target) {
        JdbcClient jdbc = JdbcClient.create(target);
        jdbc.sql("insert into notice_event (kind, subject, author, message, happened_at)"
                        + " values ('K', 'REG0001001', 'mia', 'm', current_timestamp)")
                .update();
        assertThat(jdbc.sql("select id from notice_event order by id")
                        .query(Long.class)
                        .list())
                .containsExactly(41L, 42L);
    }

    private static Object sum(Rows rows, String table) {
        ContentSum sum = ContentSum.alone();
        rows.read(table, sum);
        return sum.of(table);
    }

    private static List<String> rows(Rows all, String table) {
        List<String> found = new ArrayList<>();
        all.read(table, new Rows.Sink() {
            @Override
            public void columns(List<String> names) {
                assertThat(names).isSorted();
            }

            @Override
            public void row(List<@Nullable Object> values) {
                found.add(values.toString());
            }
        });
        return found;
    }
}
