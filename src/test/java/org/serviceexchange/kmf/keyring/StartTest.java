package org.serviceexchange.kmf.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceexchange.Guarantee;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.KmfContext;
import org.serviceexchange.kmf.KmfSettings;
import org.serviceexchange.kmf.RootKeyCare;
import org.serviceexchange.kmf.rootkey.RootKeyStore;
import org.serviceexchange.platform.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;

class StartTest {

    @TempDir
    Path home;

    DataSource database;

    @BeforeEach
    void emptyDatabase() {
        database = KmfContext.emptyDatabase("start-" + UUID.randomUUID());
    }

    @Guarantee(of = RootKeyStore.class, says = "An existing store is never made anew.")
    @Test
    void neverMakesAKeyStoreNextToExistingKeys() throws Exception {
        start(home, KmfContext.settings(null, null));
        Path store = home.resolve("key-store.bcfks");
        Files.delete(store);
        assertStopped("The database holds keys, but their key store " + store + " does not exist. Restore the file from"
                + " the backup, or copy it from another node, and start again; it is never made anew next to existing"
                + " keys.");
        assertThat(store).doesNotExist();
    }

    @Test
    void stopsWithAWrongPassphraseADamagedFileAndNoPassphrase() throws Exception {
        start(home, KmfContext.settings(null, null));
        Path store = home.resolve("key-store.bcfks");
        Path passphrase = home.resolve("key-store.passphrase");
        String refused = "The key store " + store + " does not open: the passphrase is wrong or the file is damaged."
                + " Give the passphrase it was made with (service-exchange.kmf.passphrase-file, or"
                + " SERVICE_EXCHANGE_KMF_PASSPHRASE), or restore file and passphrase from the backup, and start again.";
        String right = Files.readString(passphrase);

        Files.writeString(passphrase, "another passphrase\n");
        assertStopped(refused);

        Files.writeString(passphrase, right);
        byte[] content = Files.readAllBytes(store);
        byte[] damaged = content.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(store, damaged);
        assertStopped(refused);

        Files.write(store, content);
        Files.delete(passphrase);
        assertStopped("There is no passphrase for the key store: " + passphrase
                + " is missing, empty or not readable, or is to be"
                + " the new one and has fewer than 12 characters."
                + " Restore the file, or name the right one with service-exchange.kmf.passphrase-file, and start again."
                + " For a new passphrase, name a file with 12 characters or more with --new-passphrase-file.");
    }

    @Test
    void stopsWithTheKeyStoreOfAnotherDatabase() {
        start(home, KmfContext.settings(null, null));
        database = KmfContext.emptyDatabase("other-" + UUID.randomUUID());
        Path elsewhere = home.resolve("elsewhere");
        start(elsewhere, KmfContext.settings(null, null));
        assertStopped("The key store " + home.resolve("key-store.bcfks") + " belongs to another database."
                + " Use key store and database of the same backup, and start again.");
    }

    /** After a rotation the store has no first root key any more. */
    @Test
    void stopsWithARotatedKeyStoreAndAnEmptyDatabase() {
        try (var kmf = KmfContext.start(database, home, Clock.systemUTC())) {
            kmf.getBean(RootKeyCare.class).rotateRootKey();
        }
        database = KmfContext.emptyDatabase("empty-" + UUID.randomUUID());
        assertStopped("The key store " + home.resolve("key-store.bcfks") + " belongs to another database."
                + " Use key store and database of the same backup, and start again.");
        assertThat(kmfRows()).isZero();
    }

    @Test
    void makesNoPassphraseIfAFileIsNamed() {
        Path named = home.resolve("named");
        assertThatThrownBy(() -> start(home, KmfContext.settings(named, null)))
                .rootCause()
                .hasMessageStartingWith("There is no passphrase for the key store: " + named + " is missing,");
        assertThat(home).isEmptyDirectory();
        assertThat(kmfRows()).isZero();
    }

    @Test
    void takesThePassphraseFromTheEnvironment() throws IOException {
        start(home, KmfContext.settings(null, "given by the environment"));
        assertThat(home.resolve("key-store.passphrase")).doesNotExist();
        assertThat(start(home, KmfContext.settings(null, "given by the environment")))
                .hasSize(43);
    }

    @Test
    void makesOneSetOfKeysInTwoStartsAtOnce() {
        List<CompletableFuture<String>> starts = List.of(startAsync(home), startAsync(home), startAsync(home));
        List<String> thumbprints =
                starts.stream().map(CompletableFuture::join).distinct().toList();
        assertThat(thumbprints).hasSize(1);
        assertThat(kmfRows()).isEqualTo(6);
    }

    @Test
    void stopsTheSecondOfTwoNodesThatHasNoKeyStore() {
        CompletableFuture<String> one = startAsync(home.resolve("one"));
        CompletableFuture<String> two = startAsync(home.resolve("two"));
        List<CompletableFuture<String>> starts = List.of(one, two);
        assertThat(CompletableFuture.allOf(one, two))
                .failsWithin(java.time.Duration.ofSeconds(60))
                .withThrowableOfType(java.util.concurrent.ExecutionException.class);
        CompletableFuture<String> failed = starts.stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .findFirst()
                .orElseThrow();
        assertThat(starts)
                .filteredOn(start -> !start.isCompletedExceptionally())
                .hasSize(1);
        assertThatThrownBy(failed::join)
                .isInstanceOf(CompletionException.class)
                .rootCause()
                .hasMessageStartingWith("The database holds keys, but their key store ");
        assertThat(kmfRows()).isEqualTo(6);
    }

    private CompletableFuture<String> startAsync(Path folder) {
        return CompletableFuture.supplyAsync(() -> start(folder, KmfContext.settings(null, null)));
    }

    private String start(Path folder, KmfSettings settings) {
        try (var kmf = KmfContext.start(database, Clock.systemUTC(), folder, settings)) {
            return kmf.getBean(InstanceKeys.class).thumbprint();
        }
    }

    private void assertStopped(String sentence) {
        assertThatThrownBy(() -> start(home, KmfContext.settings(null, null)))
                .hasStackTraceContaining(sentence)
                .satisfies(e -> assertThat(problemIn(e)).hasMessage(sentence));
    }

    private static Throwable problemIn(Throwable failure) {
        Throwable cause = failure;
        while (!(cause instanceof Problem)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private int kmfRows() {
        return JdbcClient.create(database)
                .sql("select count(*) from kmf_key")
                .query(Integer.class)
                .single();
    }
}
