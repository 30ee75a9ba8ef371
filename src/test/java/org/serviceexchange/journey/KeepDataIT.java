package org.serviceexchange.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.BothDatabases;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps what this version makes, for the tests of all later ones: databases and key stores with an onboarding in its middle, and
 * the numbers of the migrations. Run by {@code .ci/keep-data} when a version is published.
 */
@ExtendWith(KeptPorts.class)
class KeepDataIT {

    private static final Path KEPT = Path.of("src/test/resources/landed-databases");
    private static final List<String> SIDES = List.of("provider", "consumer");
    private static final String COMMIT = System.getProperty("service-exchange.commit", "today");

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void keeps(String kind) throws IOException, InterruptedException {
        Path folder = Folders.fresh("keep-" + kind);
        try (Pair pair = Pair.start(folder, settings(kind, "provider"), settings(kind, "consumer"))) {
            beginOnboardings(pair);
        }
        for (String side : SIDES) {
            Path home = folder.resolve(side);
            if (kind.equals("postgres")) {
                dump(side, home.resolve("postgres.sql"));
            }
            zip(home, KEPT.resolve(COMMIT).resolve(kind + "-" + side + ".zip"));
        }
        if (kind.equals("postgres")) {
            keepMigrations();
        }
    }

    /** REG0001001 is claimed and its contact is to log in at the provider, the link of REG0001002 was not opened. */
    private static void beginOnboardings(Pair pair) throws IOException, InterruptedException {
        ProviderAdmin admin = new ProviderAdmin(pair.provider());
        admin.company("Later Ltd", "later.contact");
        URI consumer = pair.consumer().address();
        String claimed = admin.register("Boxeo Demo", "abel.tuter", consumer);
        assertThat(claimed).isEqualTo("REG0001001");
        ContactPerson contact = new ContactPerson(pair);
        contact.begin(admin.awaitLink(claimed));
        contact.connectToProvider();
        String open = admin.register("Later Ltd", "later.contact", consumer);
        assertThat(open).isEqualTo("REG0001002");
        admin.awaitLink(open);
    }

    private static String[] settings(String kind, String side) {
        return kind.equals("h2") ? new String[0] : OnPostgres.settings(database(side));
    }

    private static DataSource database(String side) {
        return BothDatabases.postgres("keep_" + side);
    }

    private static void dump(String side, Path target) throws IOException, InterruptedException {
        String url = OnPostgres.url(database(side));
        String address = url.substring("jdbc:".length()).replaceFirst("\\?.*", "");
        ProcessBuilder dump = new ProcessBuilder(
                "pg_dump",
                "--no-owner",
                "--no-privileges",
                "--inserts",
                "-U",
                "postgres",
                "-f",
                target.toString(),
                address);
        dump.environment().putAll(Map.of("PGPASSWORD", "postgres"));
        assertThat(dump.inheritIO().start().waitFor()).isZero();
    }

    private static void zip(Path home, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (OutputStream file = Files.newOutputStream(target);
                ZipOutputStream zip = new ZipOutputStream(file);
                Stream<Path> files = Files.list(home)) {
            for (Path kept : files.filter(KeepDataIT::isData).sorted().toList()) {
                ZipEntry entry = new ZipEntry(kept.getFileName().toString());
                entry.setLastModifiedTime(FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
                zip.putNextEntry(entry);
                Files.copy(kept, zip);
            }
        }
    }

    private static boolean isData(Path file) {
        return Stream.of("database.mv.db", "postgres.sql", "key-store")
                .anyMatch(name -> file.getFileName().toString().startsWith(name));
    }

    private static void keepMigrations() throws IOException {
        List<String> lines = JdbcClient.create(database("provider"))
                .sql("select version || ' ' || checksum from flyway_schema_history"
                        + " where version is not null and checksum is not null order by installed_rank")
                .query(String.class)
                .list();
        try (BufferedWriter file = Files.newBufferedWriter(KEPT.resolve("migrations.txt"), StandardOpenOption.APPEND)) {
            for (String line : lines) {
                file.write(COMMIT + " " + line + "\n");
            }
        }
    }
}
