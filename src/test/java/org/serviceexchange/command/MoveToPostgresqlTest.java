package org.serviceexchange.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.LandedDatabases;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.KmfContext;
import org.serviceexchange.platform.engine.store.TestMigrations;
import org.serviceexchange.platform.store.ProtectedRecords.Examined;
import org.serviceexchange.platform.store.ProtectedTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An instance with an embedded database, an onboarding in its midst, goes over to PostgreSQL. */
class MoveToPostgresqlTest {

    @TempDir
    private Path home;

    private final TestTerminal terminal = new TestTerminal();

    private ExitCode move(DataSource target) throws SQLException {
        try (Connection connection = target.getConnection()) {
            return terminal.run(
                    "move-to-postgresql",
                    "--service-exchange.instance.home=" + home,
                    "--spring.datasource.url=" + connection.getMetaData().getURL(),
                    "--spring.datasource.username=postgres");
        }
    }

    private DataSource embedded() {
        return new DriverManagerDataSource("jdbc:h2:file:" + home.resolve("database"), "sa", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"provider", "consumer"})
    void everyRowAndEveryProofIsThere(String side) throws Exception {
        LandedDatabases.unpack(LandedDatabases.newest(), "h2", side, home);
        upgrade(embedded());
        String records = side.equals("provider") ? "consumer_registration" : "provider_connection";
        String[] shownOnly = side.equals("provider") ? new String[] {"name_key"} : new String[0];
        // Rows of the landed version are proved at the first start of one with new columns
        final String thumbprint = prove(embedded(), records, shownOnly);
        byte[] before = Files.readAllBytes(home.resolve("database.mv.db"));

        DataSource target = BothDatabases.postgres("moved_" + side);
        assertThat(move(target)).as(terminal.err()).isEqualTo(ExitCode.DONE);
        assertThat(terminal.out()).startsWith("All rows are in PostgreSQL, and were compared");
        assertThat(terminal.err().lines()).anyMatch(line -> line.matches("act_ru_execution [1-9][0-9]*"));
        assertThat(Files.readAllBytes(home.resolve("database.mv.db"))).isEqualTo(before);

        assertThat(prove(target, records, shownOnly)).isEqualTo(thumbprint);
        assertThat(references(target)).isGreaterThan(40);
        assertThat(flyway(target).validateWithResult().getAllErrorMessages()).isEmpty();

        assertThat(move(target)).isEqualTo(ExitCode.REFUSED);
        assertThat(terminal.err()).contains("exists already, or holds data already.");
    }

    /** The thumbprint of the instance, after all records were found as they were written. */
    private String prove(DataSource database, String records, String... shownOnly) {
        try (var kmf = KmfContext.start(database, home, Clock.systemUTC())) {
            Examined found = kmf.getBean(ProtectedTables.class)
                    .protect(records, "number", shownOnly)
                    .examine(null, 1_000);
            assertThat(found.findings()).isEmpty();
            assertThat(found.records()).isPositive();
            return kmf.getBean(InstanceKeys.class).thumbprint();
        }
    }

    /** Foreign keys, which are taken away while rows are copied. */
    private static long references(DataSource target) {
        return JdbcClient.create(target)
                .sql("select count(*) from pg_constraint where contype = 'f' and convalidated")
                .query(Long.class)
                .single();
    }

    private static void upgrade(DataSource database) {
        TestMigrations.migrate(flyway(database));
    }

    private static Flyway flyway(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .javaMigrations(TestMigrations.inJava())
                .load();
    }

    /** A schema that this version upgrades when it starts on it. */
    @Test
    void aDatabaseOfAnEarlierVersionIsMovedAsItIs() throws Exception {
        LandedDatabases.unpack(LandedDatabases.newest(), "h2", "provider", home);
        DataSource target = BothDatabases.postgres("moved_earlier");
        assertThat(move(target)).as(terminal.err()).isEqualTo(ExitCode.DONE);
        assertThat(flyway(target).info().pending()).isNotEmpty();
        upgrade(target);
        assertThat(flyway(target).validateWithResult().getAllErrorMessages()).isEmpty();
    }

    @Test
    void aMoveThatFailsCanBeRepeated() throws Exception {
        LandedDatabases.unpack(LandedDatabases.newest(), "h2", "provider", home);
        JdbcClient source = JdbcClient.create(embedded());
        source.sql("create table of_somebody_else (id integer)").update();
        DataSource target = BothDatabases.postgres("moved_again");
        assertThat(move(target)).isEqualTo(ExitCode.REFUSED);
        assertThat(terminal.err()).contains("there is no place for of_somebody_else.");
        assertThat(JdbcClient.create(target)
                        .sql("select count(*) from kmf_instance")
                        .query(Long.class)
                        .single())
                .isZero();
        source.sql("drop table of_somebody_else").update();
        assertThat(move(target)).as(terminal.err()).isEqualTo(ExitCode.DONE);
        assertThat(references(target)).isGreaterThan(40);
    }

    @Test
    void theTargetMustBePostgresqlAndEmptyOfOthersTables() throws IOException, SQLException {
        assertThat(terminal.run("move-to-postgresql", "--service-exchange.instance.home=" + home))
                .isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).startsWith("Name the PostgreSQL database with the setting spring.datasource.url");

        LandedDatabases.unpack(LandedDatabases.newest(), "h2", "provider", home);
        DataSource target = BothDatabases.postgres("moved_beside");
        JdbcClient.create(target)
                .sql("create table of_somebody_else (id integer)")
                .update();
        assertThat(move(target)).isEqualTo(ExitCode.REFUSED);
        assertThat(terminal.err()).contains("exists already, or holds data already.");
    }

    @Test
    void aHomeWithoutADatabaseIsNamed() throws SQLException {
        assertThat(move(BothDatabases.postgres("moved_nothing"))).isEqualTo(ExitCode.REFUSED);
        assertThat(terminal.err()).contains("database.mv.db cannot be used: there is no database of an instance.");
    }
}
