package org.serviceexchange.kmf.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.Guarantee;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.KmfContext;
import org.serviceexchange.kmf.RootKeyCare;
import org.serviceexchange.kmf.rootkey.PassphraseChange;
import org.serviceexchange.kmf.rootkey.RootKeyStore;
import org.serviceexchange.platform.problem.Problem;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passphrase and root key are changed, and the process ends after any of the steps. */
class RootKeyStepsTest {

    @TempDir
    Path home;

    private DataSource database;
    private String thumbprint;

    @BeforeEach
    void instance() {
        database = KmfContext.emptyDatabase("steps-" + UUID.randomUUID());
        thumbprint = with(kmf -> {
            kmf.getBean(KeyLifeCycle.class).rotate(KeyName.KEY_ENCRYPTION);
            return kmf.getBean(InstanceKeys.class).thumbprint();
        });
    }

    /** Another start on the same files and rows. */
    private <T> T with(Function<ApplicationContext, T> act) {
        try (var kmf = KmfContext.start(database, home, Clock.systemUTC())) {
            return act.apply(kmf);
        }
    }

    private void startsWithTheSameKeys() {
        String now = with(kmf -> {
            kmf.getBean(KeyProofs.class).rootKey(kmf.getBean(KeyRows.class).ofModule(KeyName.INSTANCE));
            return kmf.getBean(InstanceKeys.class).thumbprint();
        });
        assertThat(now).isEqualTo(thumbprint);
    }

    private List<String> wrappedByRoot() {
        return JdbcClient.create(database)
                .sql("select distinct wrapped_by from kmf_key where purpose in (?, ?) order by 1")
                .params(KeyName.HMAC.purpose(), KeyName.KEY_ENCRYPTION.purpose())
                .query(String.class)
                .list();
    }

    private Map<String, byte[]> stored() {
        return with(kmf -> kmf.getBean(RootKeyStore.class).rootKeys());
    }

    private static void run(List<Runnable> steps, int number) {
        steps.subList(0, number).forEach(Runnable::run);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    @Guarantee(of = RootKeyStore.class, says = "A key is taken out only once no row needs it.")
    void aRotationOfTheRootKeyMayStopAfterEachStep(int done) {
        with(kmf -> {
            RootKeySteps steps = kmf.getBean(RootKeySteps.class);
            List<Runnable> rotation = steps.rotation(steps.next());
            assertThat(rotation).hasSize(3);
            run(rotation, done);
            return done;
        });
        startsWithTheSameKeys();
        assertThat(stored().keySet()).containsAll(wrappedByRoot());

        String id = with(kmf -> kmf.getBean(RootKeyCare.class).rotateRootKey());
        assertThat(id).isEqualTo(done < 2 ? "irk-2" : "irk-3");
        startsWithTheSameKeys();
        assertThat(wrappedByRoot()).containsExactly(id);
        assertThat(stored().keySet()).containsExactly(id);
    }

    @Test
    void theNewRootKeyIsAnotherOneAndTheFormerKeyStoreOpensNothing() throws IOException {
        Path file = home.resolve("key-store.bcfks");
        byte[] former = Files.readAllBytes(file);
        byte[] first = stored().get("irk-1");
        with(kmf -> kmf.getBean(RootKeyCare.class).rotateRootKey());
        assertThat(stored().get("irk-2")).hasSameSizeAs(first).isNotEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        // What is made afterwards is wrapped by the new one
        with(kmf -> {
            kmf.getBean(KeyLifeCycle.class).rotate(KeyName.KEY_ENCRYPTION);
            return "";
        });
        assertThat(wrappedByRoot()).containsExactly("irk-2");
        startsWithTheSameKeys();

        Files.write(file, former);
        assertThatThrownBy(this::startsWithTheSameKeys)
                .rootCause()
                .isInstanceOf(Problem.class)
                .hasMessageContaining("belongs to another database");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aChangeOfThePassphraseMayStopAfterEachStep(int done) throws IOException {
        Path file = home.resolve("key-store.passphrase");
        final String before = Files.readString(file);
        with(kmf -> {
            List<Runnable> change = kmf.getBean(PassphraseChange.class).steps();
            assertThat(change).hasSize(3);
            run(change, done);
            return done;
        });
        startsWithTheSameKeys();
        String after = Files.readString(file);
        assertThat(after.equals(before)).isEqualTo(done < 2);

        with(kmf -> kmf.getBean(RootKeyCare.class).changePassphrase(null));
        startsWithTheSameKeys();
        assertThat(Files.readString(file)).isNotEqualTo(after).isNotEqualTo(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("key-store.bcfks", "key-store.passphrase");
        }
    }

    @Test
    void aPassphraseThatCannotReplaceTheFormerOneIsNotLost() throws IOException {
        Path file = home.resolve("key-store.passphrase");
        Path next = home.resolve("key-store.passphrase.next");
        with(kmf -> {
            List<Runnable> change = kmf.getBean(PassphraseChange.class).steps();
            run(change, 2);
            try {
                Files.delete(file);
                Files.createDirectory(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            assertThatThrownBy(change.get(2)::run).isInstanceOf(UncheckedIOException.class);
            return "";
        });
        String only = Files.readString(next);
        startsWithTheSameKeys();
        assertThatThrownBy(() -> with(kmf -> kmf.getBean(RootKeyCare.class).changePassphrase(null)))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(next).hasContent(only);
        startsWithTheSameKeys();
        Files.delete(file);
        startsWithTheSameKeys();
        assertThat(file).hasContent(only);
    }

    @Test
    void aPassphraseOfTheOperatorIsTakenFromItsFile() throws IOException {
        Path given = Files.writeString(home.resolve("given"), "short\n");
        assertThatThrownBy(() -> with(kmf -> kmf.getBean(RootKeyCare.class).changePassphrase(given)))
                .isInstanceOf(Problem.class);
        startsWithTheSameKeys();

        Files.writeString(given, "a passphrase of the operator\n");
        Path named = with(kmf -> kmf.getBean(RootKeyCare.class).changePassphrase(given));
        assertThat(named).isEqualTo(given);
        assertThatThrownBy(this::startsWithTheSameKeys).rootCause().isInstanceOf(IOException.class);
        Files.copy(given, home.resolve("key-store.passphrase"), StandardCopyOption.REPLACE_EXISTING);
        startsWithTheSameKeys();
    }

    @Test
    void theAgeOfTheKeyStoreIsThatOfItsKey() throws IOException {
        Path file = home.resolve("key-store.bcfks");
        var made = FileTime.from(Clock.systemUTC().instant().minusSeconds(100_000_000));
        Files.setLastModifiedTime(file, made);
        with(kmf -> kmf.getBean(RootKeyCare.class).changePassphrase(null));
        assertThat(Files.getLastModifiedTime(file).toMillis()).isEqualTo(made.toMillis());
    }
}
