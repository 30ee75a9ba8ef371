package org.serviceexchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Databases and key stores of versions that are installed somewhere, each made by that version's jar. An onboarding stands in
 * the middle: REG0001001 is claimed and its contact is to log in at the provider, the link of REG0001002 was not opened.
 */
public final class LandedDatabases {

    /** Base URLs stand in the records. */
    public static final int PROVIDER_PORT = 18461;

    public static final int CONSUMER_PORT = 18462;

    private static final Path FOLDER = Path.of("src/test/resources/landed-databases");

    private LandedDatabases() {}

    /** The versions by their commits. */
    public static List<String> versions() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version of {@link #versions()} with the most migrations: none is ever taken away. */
    public static String newest() {
        return versions().stream()
                .max(Comparator.comparing(version -> migrations().stream()
                        .filter(migration -> migration.commit().equals(version))
                        .count()))
                .orElseThrow();
    }

    /** A line for each migration of each version: commit, number, checksum. */
    public static List<Migration> migrations() {
        try (Stream<String> lines = Files.lines(FOLDER.resolve("migrations.txt"))) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .map(parts -> new Migration(parts[0], parts[1], Integer.parseInt(parts[2])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unpacks the files of one side, "provider" or "consumer", of "h2" or "postgres" into a folder. */
    public static void unpack(String version, String database, String side, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path archive = FOLDER.resolve(version).resolve(database + "-" + side + ".zip");
        try (InputStream file = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = folder.resolve(entry.getName());
                Files.copy(zip, target);
                if (entry.getName().startsWith("key-store")) {
                    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
                }
            }
        }
    }

    /** Runs the script of an unpacked PostgreSQL database on an empty one. */
    public static void restore(Path folder, DataSource empty) throws IOException {
        String script = Files.readAllLines(folder.resolve("postgres.sql")).stream()
                .filter(line -> !line.startsWith("\\"))
                .collect(Collectors.joining("\n"));
        new JdbcTemplate(empty).execute(script);
    }

    /**
     * Lets the links live for two weeks from now, whenever the test runs. The proofs of these rows go, as if the version had
     * been one without proofs; those of all other tables stay.
     */
    public static void renewLinks(DataSource database) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        if (hasProofs(jdbc)) {
            jdbc.update(
                    "delete from record_proof where table_name in ('consumer_registration', 'provider_connection')");
            jdbc.update("update record_seal set row_count = 0, mac = null"
                    + " where table_name in ('consumer_registration', 'provider_connection')");
        }
        OffsetDateTime end = OffsetDateTime.now(ZoneOffset.UTC).plus(Duration.ofDays(14));
        jdbc.update("update consumer_registration set link_expires_at = ? where link_expires_at is not null", end);
        jdbc.update("update provider_connection set link_expires_at = ?", end);
        jdbc.update("update act_ru_job set duedate_ = ? where duedate_ is not null", end.toLocalDateTime());
    }

    private static boolean hasProofs(JdbcTemplate jdbc) {
        String count = "select count(*) from information_schema.tables where lower(table_name) = 'record_proof'";
        return jdbc.queryForObject(count, Long.class) > 0;
    }

    /** A migration as a version has it. */
    public record Migration(String commit, String number, int checksum) {}
}
