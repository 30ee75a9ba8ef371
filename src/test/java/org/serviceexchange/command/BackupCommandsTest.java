package org.serviceexchange.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceexchange.Guarantee;
import org.serviceexchange.LandedDatabases;
import org.serviceexchange.backup.TakeBackup;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.KmfContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Backups of an instance with an embedded database, as an operator takes, checks and restores them. */
class BackupCommandsTest {

    private static final String UID = "unix:uid";
    private static final int USER = 10_001;
    private static final String PASSPHRASE = "key-store.passphrase";

    @TempDir
    private Path folder;

    private Path home;
    private Path backup;
    private final TestTerminal terminal = new TestTerminal();

    @BeforeEach
    void instance() throws IOException {
        home = folder.resolve("home");
        backup = folder.resolve("backup");
        LandedDatabases.unpack(LandedDatabases.newest(), "h2", "provider", home);
    }

    private ExitCode run(String command, Path place) {
        return terminal.run(command, place.toString(), "--service-exchange.instance.home=" + home);
    }

    @Test
    void aBackupIsCheckedAndRestoredElsewhere() throws IOException {
        assertThat(run("backup", backup)).as(terminal.err()).isEqualTo(ExitCode.DONE);
        assertThat(terminal.out()).startsWith("The backup is in " + backup + ": ");
        assertThat(run("check-backup", backup)).as(terminal.err()).isEqualTo(ExitCode.DONE);
        assertThat(terminal.out()).contains("Nothing is missing, and key store, passphrase and rows fit together.");
        final String thumbprint = thumbprint(home);

        Path before = home;
        newHome();
        assertThat(run("restore", backup)).as(terminal.err()).isEqualTo(ExitCode.DONE);
        assertThat(thumbprint(home)).isEqualTo(thumbprint);
        assertThat(counts(home)).isEqualTo(counts(before)).isNotEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("database.mv.db"))))
                .isEqualTo("rw-------");

        assertThat(run("restore", backup)).isEqualTo(ExitCode.REFUSED);
        assertThat(terminal.err()).contains("database.mv.db exists already, or holds data already.");
    }

    /** Another one of the same versions, with the passphrase that an operator keeps elsewhere. */
    private void newHome() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.copy(home.resolve(PASSPHRASE), other.resolve(PASSPHRASE), StandardCopyOption.COPY_ATTRIBUTES);
        home = other;
    }

    private static String thumbprint(Path home) {
        var database = new DriverManagerDataSource("jdbc:h2:file:" + home.resolve("database"), "sa", "");
        try (var kmf = KmfContext.start(database, home, Clock.systemUTC())) {
            return kmf.getBean(InstanceKeys.class).thumbprint();
        }
    }

    private static List<String> counts(Path home) {
        JdbcClient jdbc =
                JdbcClient.create(new DriverManagerDataSource("jdbc:h2:file:" + home.resolve("database"), "sa", ""));
        return jdbc
                .sql("select table_name from information_schema.tables where table_schema = 'PUBLIC' order by 1")
                .query(String.class)
                .list()
                .stream()
                .map(table -> table + " "
                        + jdbc.sql("select count(*) from \"" + table + "\"")
                                .query(Long.class)
                                .single())
                .toList();
    }

    @Test
    void aBackupTouchesNothing() throws IOException {
        byte[] database = Files.readAllBytes(home.resolve("database.mv.db"));
        run("backup", backup);
        assertThat(Files.readAllBytes(home.resolve("database.mv.db"))).isEqualTo(database);
        assertThat(names(home)).containsExactlyInAnyOrder("database.mv.db", "key-store.bcfks", PASSPHRASE);
    }

    @Test
    @Guarantee(of = TakeBackup.class, says = "The passphrase is not in it.")
    @Guarantee(of = TakeBackup.class, says = "Nobody but the owner may read it.")
    void aBackupIsClosedToOthersAndHasNoPassphrase() throws IOException {
        run("backup", backup);
        String passphrase = Files.readString(home.resolve(PASSPHRASE)).strip();
        try (Stream<Path> all = Files.walk(backup)) {
            for (Path path : all.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as(path.toString())
                        .endsWith("------");
                assertThat(path.getFileName().toString()).doesNotContain("passphrase");
                if (Files.isRegularFile(path)) {
                    assertThat(Files.readString(path, StandardCharsets.ISO_8859_1))
                            .doesNotContain(passphrase);
                }
            }
        }
    }

    @Test
    @Guarantee(of = TakeBackup.class, says = "The folder has its name only once all of it is there.")
    void aBackupThatFailsLeavesNothing() throws IOException {
        Files.delete(home.resolve("key-store.bcfks"));
        assertThat(run("backup", backup)).isEqualTo(ExitCode.REFUSED);
        assertThat(terminal.err()).startsWith("The database holds keys, but their key store");
        assertThat(names(folder)).containsExactly("home");

        Files.createDirectory(backup);
        assertThat(run("backup", backup)).isEqualTo(ExitCode.REFUSED);
        assertThat(terminal.err()).startsWith(backup + " exists already");
    }

    @Test
    void anotherProgramThatUsesTheDatabaseIsNamed() throws IOException, InterruptedException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        Process other = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.h2.tools.Shell",
                        "-url",
                        "jdbc:h2:file:" + home.resolve("database"),
                        "-user",
                        "sa")
                .redirectErrorStream(true)
                .start();
        try (var says = other.inputReader()) {
            while (!String.valueOf(says.readLine()).contains("Welcome")) {
                assertThat(other.isAlive()).isTrue();
            }
            // The prompt comes once it is connected
            while (says.read() != '>') {
                assertThat(other.isAlive()).isTrue();
            }
            assertThat(run("backup", backup)).isEqualTo(ExitCode.REFUSED);
            assertThat(terminal.err()).startsWith("Another instance uses the database of this home folder.");
            assertThat(backup).doesNotExist();
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void whatIsMissingOrMangledIsSaidBeforeAnythingIsWritten() throws IOException {
        run("backup", backup);
        newHome();
        Path rows = backup.resolve("tables/consumer_registration.rows.gz");
        Files.copy(backup.resolve("tables/company.rows.gz"), rows, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(backup.resolve("tables/kmf_key.rows.gz"));
        Files.writeString(backup.resolve("key-store.bcfks"), "another");
        for (String command : List.of("check-backup", "restore")) {
            assertThat(run(command, backup)).isEqualTo(ExitCode.FAILED);
            assertThat(terminal.err())
                    .contains("The key store is another one than that of the backup")
                    .contains("The table consumer_registration has other rows than the backup had")
                    .contains("The rows of the table kmf_key are missing");
        }
        assertThat(names(home)).containsExactly(PASSPHRASE);
    }

    @Test
    void keyStoreAndPassphraseThatDoNotFitAreFound() throws IOException {
        run("backup", backup);
        newHome();
        Files.writeString(home.resolve(PASSPHRASE), "not the passphrase\n");
        assertThat(run("check-backup", backup)).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err()).contains("The keys in the rows cannot be opened; the key store needs irk-1.");
        Files.delete(home.resolve(PASSPHRASE));
        assertThat(run("restore", backup)).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err())
                .contains("The keys in the rows cannot be opened")
                .contains("passphrase");
        assertThat(names(home)).isEmpty();
    }

    @Test
    void aKeyStoreOfAnotherInstanceIsFound() throws IOException {
        run("backup", backup);
        Path consumer = folder.resolve("consumer");
        LandedDatabases.unpack(LandedDatabases.newest(), "h2", "consumer", consumer);
        Path theirs = folder.resolve("theirs");
        home = consumer;
        run("backup", theirs);
        Files.copy(
                theirs.resolve("key-store.bcfks"),
                backup.resolve("key-store.bcfks"),
                StandardCopyOption.REPLACE_EXISTING);
        edit(
                "keyStore",
                new ObjectMapper()
                        .readTree(theirs.resolve("manifest.json").toFile())
                        .path("keyStore"));
        assertThat(run("check-backup", backup)).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err()).contains("The keys in the rows cannot be opened; the key store needs irk-1.");
    }

    @Test
    void aBackupOfALaterVersionIsRefused() throws IOException {
        run("backup", backup);
        edit("schema", new ObjectMapper().getNodeFactory().textNode("9999"));
        newHome();
        assertThat(run("restore", backup)).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err()).contains("The backup is of a later version: its schema is 9999");
        assertThat(names(home)).containsExactly(PASSPHRASE);
        edit("format", new ObjectMapper().getNodeFactory().numberNode(2));
        assertThat(run("check-backup", backup)).isEqualTo(ExitCode.REFUSED);
        assertThat(terminal.err()).contains("its files are of format 2, and this version reads format 1.");
        assertThat(run("check-backup", home)).isEqualTo(ExitCode.REFUSED);
        assertThat(terminal.err()).contains("it has no manifest.json");
    }

    @Test
    void aRestoreThatWasInterruptedIsRepeated() throws IOException {
        run("backup", backup);
        newHome();
        Files.copy(backup.resolve("key-store.bcfks"), home.resolve("key-store.bcfks"));
        Files.writeString(
                Files.createDirectory(home.resolve(".database.mv.db.draft")).resolve("half"), "half");
        assertThat(run("restore", backup)).as(terminal.err()).isEqualTo(ExitCode.DONE);
        assertThat(names(home)).containsExactlyInAnyOrder("database.mv.db", "key-store.bcfks", PASSPHRASE);
    }

    @Test
    void whatRootRestoresIsTheUsersOfTheHomeFolder() throws IOException {
        assumeTrue(Files.getAttribute(folder, UID).equals(0), "only root can give files away");
        run("backup", backup);
        newHome();
        Files.setAttribute(home, UID, USER);
        assertThat(run("restore", backup)).as(terminal.err()).isEqualTo(ExitCode.DONE);
        assertThat(List.of("database.mv.db", "key-store.bcfks"))
                .allSatisfy(name ->
                        assertThat(Files.getAttribute(home.resolve(name), UID)).isEqualTo(USER));
    }

    /** An instance with a file system of its own, such as a service of systemd, answers that it is done. */
    @Test
    void aBackupThatIsNotHereIsNotToldAsDone() throws IOException {
        try (ServerSocketChannel instance = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            instance.bind(UnixDomainSocketAddress.of(home.resolve("backup.socket")));
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answer(instance, "=Done."));
            assertThat(run("backup", backup)).isEqualTo(ExitCode.FAILED);
            answered.join();
        }
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err())
                .startsWith("The instance says that it took the backup, but it is not in " + backup + " for this");
    }

    private static void answer(ServerSocketChannel instance, String answer) {
        try (SocketChannel command = instance.accept();
                BufferedReader asked = new BufferedReader(Channels.newReader(command, StandardCharsets.UTF_8))) {
            // The folder, and the language
            asked.readLine();
            asked.readLine();
            command.write(StandardCharsets.UTF_8.encode(answer + "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anotherKeyStoreIsNeverReplaced() throws IOException {
        run("backup", backup);
        newHome();
        Files.writeString(home.resolve("key-store.bcfks"), "another");
        assertThat(run("restore", backup)).isEqualTo(ExitCode.REFUSED);
        assertThat(terminal.err()).contains("key-store.bcfks exists already");
        assertThat(home.resolve("key-store.bcfks")).hasContent("another");
        assertThat(names(home)).containsExactlyInAnyOrder("key-store.bcfks", PASSPHRASE);
    }

    @Test
    void passphraseAndRootKeyAreChangedAndEarlierBackupsStayWhole() throws IOException {
        final String thumbprint = thumbprint(home);
        run("backup", backup);
        final String setting = "--service-exchange.instance.home=" + home;
        String before = Files.readString(home.resolve(PASSPHRASE));
        assertThat(terminal.run("change-passphrase", setting))
                .as(terminal.err())
                .isEqualTo(ExitCode.DONE);
        assertThat(terminal.out())
                .startsWith("The passphrase is now in " + home.resolve(PASSPHRASE))
                .doesNotContain(Files.readString(home.resolve(PASSPHRASE)).strip());
        assertThat(terminal.run("rotate-root-key", setting)).as(terminal.err()).isEqualTo(ExitCode.DONE);
        assertThat(terminal.out()).startsWith("The root key is now irk-2.");
        assertThat(thumbprint(home)).isEqualTo(thumbprint);

        Path later = folder.resolve("later");
        run("backup", later);
        assertThat(run("check-backup", later)).as(terminal.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(later.resolve("manifest.json"))).contains("irk-2");
        assertThat(run("check-backup", backup)).isEqualTo(ExitCode.FAILED);
        Path given = Files.writeString(folder.resolve("given"), before);
        assertThat(terminal.run(
                        "check-backup", backup.toString(), setting, "--service-exchange.kmf.passphrase-file=" + given))
                .as(terminal.err())
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void keysOfAnEmptyDatabaseAreNotChanged() throws IOException {
        byte[] keyStore = Files.readAllBytes(home.resolve("key-store.bcfks"));
        String url = "jdbc:h2:mem:" + folder.getFileName() + ";DB_CLOSE_DELAY=-1";
        KmfContext.emptyDatabase(folder.getFileName().toString());
        for (String command : List.of("rotate-root-key", "change-passphrase")) {
            assertThat(terminal.run(
                            command,
                            "--service-exchange.instance.home=" + home,
                            "--spring.datasource.url=" + url,
                            "--spring.datasource.username=sa"))
                    .isEqualTo(ExitCode.REFUSED);
            assertThat(terminal.err()).contains("cannot be used: there is no database of an instance.");
        }
        assertThat(Files.readAllBytes(home.resolve("key-store.bcfks"))).isEqualTo(keyStore);
    }

    /** A change that was interrupted in this home has nothing to do with the backup. */
    @Test
    void aCheckLeavesThePassphraseInUse() throws IOException {
        run("backup", backup);
        newHome();
        Path next = home.resolve(PASSPHRASE + ".next");
        Files.move(home.resolve(PASSPHRASE), next);
        Files.writeString(home.resolve(PASSPHRASE), "the passphrase in use\n");
        assertThat(run("check-backup", backup)).as(terminal.err()).isEqualTo(ExitCode.DONE);
        assertThat(home.resolve(PASSPHRASE)).hasContent("the passphrase in use");
        assertThat(next).exists();
    }

    @Test
    void sessionsOfBrowsersAreLeftOut() throws IOException {
        JdbcClient.create(new DriverManagerDataSource("jdbc:h2:file:" + home.resolve("database"), "sa", ""))
                .sql("create table browser_session (id varchar(43))")
                .update();
        assertThat(run("backup", backup)).as(terminal.err()).isEqualTo(ExitCode.DONE);
        assertThat(names(backup.resolve("tables")))
                .contains("company.rows.gz")
                .doesNotContain("browser_session.rows.gz");
        assertThat(Files.readString(backup.resolve("manifest.json"))).doesNotContain("browser_session");
    }

    @Test
    void aManifestWithoutAMemberIsNone() throws IOException {
        run("backup", backup);
        for (String member : List.of("schema", "instance", "product", "keyStore", "takenAt")) {
            String whole = Files.readString(backup.resolve("manifest.json"));
            edit(member, new ObjectMapper().getNodeFactory().nullNode());
            assertThat(run("check-backup", backup)).isEqualTo(ExitCode.REFUSED);
            assertThat(terminal.err()).contains("the file manifest.json cannot be read", member);
            Files.writeString(backup.resolve("manifest.json"), whole);
        }
    }

    @Test
    void aFailureIsASentence() throws IOException {
        final String setting = "--service-exchange.instance.home=" + home;
        assertThat(terminal.run("rotate-root-key", setting, "--service-exchange.kmf.root-key-life=never"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err()).startsWith("It failed: ").contains("never").doesNotContain("\tat ");
        Files.createDirectory(home.resolve(PASSPHRASE + ".next"));
        assertThat(terminal.run("change-passphrase", setting)).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err())
                .startsWith("It failed: ")
                .contains(PASSPHRASE + ".next")
                .doesNotContain("\tat ");
    }

    @Test
    void whatIsNoSettingIsRefused() {
        assertThat(terminal.run("backup", backup.toString(), "--jsn")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).startsWith("\"--jsn\" is not known here.");
        assertThat(terminal.run("restore")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).startsWith("This is missing: BACKUP");
    }

    private void edit(String member, JsonNode value) throws IOException {
        Path file = backup.resolve("manifest.json");
        ObjectMapper json = new ObjectMapper();
        ObjectNode manifest = (ObjectNode) json.readTree(file.toFile());
        manifest.set(member, value);
        json.writeValue(file.toFile(), manifest);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }
}
