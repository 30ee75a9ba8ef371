package org.serviceexchange.platform.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.LandedDatabases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Databases of every version that is installed somewhere can be upgraded. */
class LandedMigrationsTest {

    private static final String MIGRATIONS = "classpath:db/migration";

    @TempDir
    Path folder;

    static Stream<Arguments> databases() {
        return LandedDatabases.versions().stream()
                .flatMap(version -> Stream.of("h2", "postgres")
                        .flatMap(database ->
                                Stream.of("provider", "consumer").map(side -> Arguments.of(version, database, side))));
    }

    @Test
    void everyLandedVersionIsListedWithItsMigrations() {
        assertThat(LandedDatabases.migrations())
                .extracting(LandedDatabases.Migration::commit)
                .containsAll(LandedDatabases.versions());
    }

    @Test
    void aLandedMigrationIsNeverEdited() {
        Map<String, Integer> now = Arrays.stream(
                        flyway(new DriverManagerDataSource("jdbc:h2:mem:no-edit", "sa", ""), MIGRATIONS)
                                .info()
                                .all())
                .collect(
                        Collectors.toMap(migration -> migration.getVersion().getVersion(), MigrationInfo::getChecksum));
        assertThat(LandedDatabases.migrations())
                .isNotEmpty()
                .allSatisfy(landed -> assertThat(now).containsEntry(landed.number(), landed.checksum()));
    }

    @Test
    void aNewMigrationHasANumberAboveEveryLandedOne() {
        List<String> landed = LandedDatabases.migrations().stream()
                .map(LandedDatabases.Migration::number)
                .toList();
        MigrationVersion last = landed.stream()
                .map(MigrationVersion::fromVersion)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(flyway(new DriverManagerDataSource("jdbc:h2:mem:higher", "sa", ""), MIGRATIONS)
                        .info()
                        .all())
                .filteredOn(migration -> !landed.contains(migration.getVersion().getVersion()))
                .allSatisfy(added -> assertThat(added.getVersion())
                        .as("V%s", added.getVersion())
                        .isGreaterThan(last));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aLandedDatabaseIsMigratedAndValidEverAfter(String version, String kind, String side) throws IOException {
        DataSource database = open(version, kind, side, "upgraded");
        TestMigrations.migrate(flyway(database, MIGRATIONS));

        Flyway next = flyway(database, MIGRATIONS);
        assertThat(next.validateWithResult().getAllErrorMessages()).isEmpty();
        assertThat(next.info().pending()).isEmpty();
        TestMigrations.migrate(next);
        boolean provider = side.equals("provider");
        String records = provider ? "consumer_registration" : "provider_connection";
        assertThat(JdbcClient.create(database)
                        .sql("select distinct turn from " + records + " where not ended")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(turns(version, provider));
    }

    /** A provider without mail has its admins send the links; before V145 that was not counted as their turn. */
    private static String[] turns(String version, boolean provider) {
        if (!provider) {
            return new String[] {"US"};
        }
        boolean linkUnsent = LandedDatabases.migrations().stream()
                .anyMatch(migration ->
                        migration.commit().equals(version) && migration.number().equals("145"));
        return linkUnsent ? new String[] {"THEM", "US"} : new String[] {"THEM"};
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anyOtherNumberBelowALandedOneStopsTheStart(String version, String kind, String side) throws IOException {
        DataSource database = open(version, kind, side, "refused");
        Path late = Files.createDirectories(folder.resolve("late"));
        Files.writeString(late.resolve("V35__forgotten.sql"), "create table forgotten (id integer);");
        Flyway flyway = flyway(database, MIGRATIONS, "filesystem:" + late);
        assertThatThrownBy(() -> TestMigrations.migrate(flyway))
                .isInstanceOf(FlywayValidateException.class)
                .hasMessageContaining("35");
    }

    private DataSource open(String version, String kind, String side, String purpose) throws IOException {
        Path home = folder.resolve("home");
        LandedDatabases.unpack(version, kind, side, home);
        if (kind.equals("h2")) {
            return new DriverManagerDataSource("jdbc:h2:file:" + home.resolve("database"), "sa", "");
        }
        DataSource empty = BothDatabases.postgres("landed_" + version + "_" + side + "_" + purpose);
        LandedDatabases.restore(home, empty);
        return empty;
    }

    private static Flyway flyway(DataSource database, String... locations) {
        return Flyway.configure()
                .dataSource(database)
                .locations(locations)
                .javaMigrations(TestMigrations.inJava())
                .load();
    }
}
