package org.serviceexchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Times are stored in UTC, in whatever zone the JVM is started; none exists twice or not at all when clocks change. */
class StoredTimesTest {

    @TempDir
    Path folder;

    /** The two moments in October are one time of day in Berlin; the time of day in March does not exist there. */
    @ParameterizedTest
    @CsvSource({"Europe/Berlin, h2 postgres", "Asia/Kolkata, h2", "America/New_York, postgres"})
    void areUtc(String zone, String kinds) throws IOException, InterruptedException {
        List<DriverManagerDataSource> databases = Stream.of(kinds.split(" ", -1))
                .map(kind -> database(kind, zone))
                .toList();
        run(zone, databases, "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2027-03-28T02:30:00Z");
        String[] stored = {"2026-10-25 00:30:00", "2026-10-25 01:30:00", "2027-03-28 02:30:00"};
        for (DriverManagerDataSource database : databases) {
            assertThat(times(database, "duedate_", "act_ru_job")).containsExactly(stored);
            assertThat(times(database, "due_date_", "act_ru_task")).containsExactly(stored);
        }
    }

    private DriverManagerDataSource database(String kind, String zone) {
        if (kind.equals("h2")) {
            return new DriverManagerDataSource("jdbc:h2:file:" + folder.resolve("times"), "sa", "");
        }
        String name = "times_" + zone.replace('/', '_').toLowerCase(Locale.ROOT);
        PGSimpleDataSource made = (PGSimpleDataSource) BothDatabases.postgres(name);
        return new DriverManagerDataSource(made.getUrl(), "postgres", "");
    }

    /** In a JVM that starts fast: what it runs was compiled by this build. */
    private static void run(String zone, List<DriverManagerDataSource> databases, String... times)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-Duser.timezone=" + zone,
                "-cp",
                System.getProperty("java.class.path"),
                TimesInDatabase.class.getName(),
                String.valueOf(databases.size())));
        databases.forEach(database -> command.addAll(List.of(database.getUrl(), database.getUsername())));
        command.addAll(List.of(times));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private static List<String> times(DriverManagerDataSource database, String column, String table) {
        return JdbcClient.create(database)
                .sql("select cast(" + column + " as varchar(19)) from " + table + " order by " + column)
                .query(String.class)
                .list();
    }
}
