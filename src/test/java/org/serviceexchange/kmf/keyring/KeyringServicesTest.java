package org.serviceexchange.kmf.keyring;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceexchange.Guarantee;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.kmf.KmfContext;
import org.serviceexchange.kmf.ModuleKey;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.kmf.Sealing;
import org.serviceexchange.kmf.primitive.CompositeSignature;
import org.serviceexchange.kmf.rootkey.RootKeyStore;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.session.SessionSeal;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class KeyringServicesTest {

    @TempDir
    static Path home;

    static DataSource database;
    static AnnotationConfigApplicationContext kmf;

    InstanceKeys keys = kmf.getBean(InstanceKeys.class);
    Sealing sealing = kmf.getBean(Sealing.class);
    KeyedHash hash = kmf.getBean(KeyedHash.class);
    ModuleKeys modules = kmf.getBean(ModuleKeys.class);

    @BeforeAll
    static void firstStart() {
        database = KmfContext.emptyDatabase("keys-" + UUID.randomUUID());
        kmf = KmfContext.start(database, home, Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        kmf.close();
    }

    @Test
    void keepsKeyStoreAndPassphraseForTheOwnerOnly() throws Exception {
        for (String file : new String[] {"key-store.bcfks", "key-store.passphrase"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void signsForTheInstance() throws Exception {
        byte[] message = "message".getBytes(UTF_8);
        byte[] signature = keys.sign(message);
        CompositeSignature.verify(keys.signaturePublicKey(), message, signature);
        assertThat(keys.thumbprint()).matches("[A-Za-z0-9_-]{43}");
        assertThat(keys.encryptionPublicKey()).hasSize(1216);
    }

    @Guarantee(of = KeyedHash.class, says = "The same value has the same hash after a restart and on every node.")
    @Test
    void staysTheSameAfterARestart() {
        byte[] sealed = sealing.seal("registration-link", "REG0001001", "secret".getBytes(UTF_8));
        try (var restarted = KmfContext.start(database, home, Clock.systemUTC())) {
            assertThat(restarted.getBean(InstanceKeys.class).thumbprint()).isEqualTo(keys.thumbprint());
            assertThat(restarted.getBean(KeyedHash.class).of("link", "value")).isEqualTo(hash.of("link", "value"));
            assertThat(restarted.getBean(Sealing.class).open("registration-link", "REG0001001", sealed))
                    .asString(UTF_8)
                    .isEqualTo("secret");
        }
    }

    @Guarantee(of = Sealing.class, says = "A sealed value opens only for the purpose and the id it was sealed for.")
    @Guarantee(of = Sealing.class, says = "A sealed value of which one bit was changed does not open.")
    @Test
    void opensASealedValueOnlyWhereItBelongs() {
        byte[] sealed = sealing.seal("registration-link", "REG0001001", "secret".getBytes(UTF_8));
        assertRefused(() -> sealing.open("registration-link", "REG0001002", sealed));
        assertRefused(() -> sealing.open("access-token", "REG0001001", sealed));
        for (int i = 4; i < sealed.length; i++) {
            byte[] flipped = sealed.clone();
            flipped[i] ^= 1;
            assertRefused(() -> sealing.open("registration-link", "REG0001001", flipped));
        }
        assertRefused(() -> sealing.open("registration-link", "REG0001001", new byte[3]));
        assertRefused(() -> sealing.open("registration-link", "REG0001001", new byte[] {0, 0, 0, 1, 5}));
    }

    @Guarantee(
            of = Sealing.class,
            says = "The same value is never sealed to the same bytes twice, because AES-256-GCM takes a random IV each"
                    + " time.")
    @Test
    void neverSealsTheSameTwice() {
        byte[] value = "secret".getBytes(UTF_8);
        byte[] one = sealing.seal("registration-link", "REG0001001", value);
        assertThat(one).isNotEqualTo(sealing.seal("registration-link", "REG0001001", value));
        assertThat(one).asString(ISO_8859_1).doesNotContain("secret");
    }

    @Guarantee(of = RootKeyStore.class, says = "The key never enters the database.")
    @Test
    void keepsTheRootKeyOutOfTheDatabase() {
        String rootKey = HexFormat.of()
                .formatHex(kmf.getBean(RootKeyStore.class).rootKeys().get(RootKeyStore.ROOT_KEY_ID));
        List<String> dump =
                JdbcClient.create(database).sql("script").query(String.class).list();

        assertThat(rootKey).hasSize(64);
        assertThat(dump).isNotEmpty().noneMatch(line -> line.contains(rootKey));
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable open) {
        assertThatThrownBy(open)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.SEALED_VALUE_ALTERED));
    }

    @Guarantee(of = KeyedHash.class, says = "Values of different purposes never collide.")
    @Test
    void hashesOfDifferentPurposesDiffer() {
        assertThat(hash.of("a", "bc")).isNotEqualTo(hash.of("ab", "c")).isNotEqualTo(hash.of("a", "bd"));
    }

    @Guarantee(
            of = SessionSeal.class,
            says = "Whoever reads the rows of a session can neither take part in it nor read what it holds.")
    @Guarantee(
            of = SessionSeal.class,
            says = "A value that another program wrote, or moved from another session or name, is not opened.")
    @Test
    void opensWhatASessionHoldsForItsBrowserOnly() {
        SessionSeal seal = kmf.getBean(SessionSeal.class);
        String id = seal.newId();
        byte[] sealed = seal.seal(id, "person", "the value".getBytes(UTF_8));
        assertThat(id).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(seal.newId());
        assertThat(seal.row(id)).hasSize(43).isNotEqualTo(id).isEqualTo(seal.row(id));
        assertThat(seal.open(id, "person", sealed).orElseThrow())
                .asString(UTF_8)
                .isEqualTo("the value");
        assertThat(new String(sealed, ISO_8859_1)).doesNotContain("value");
        assertThat(seal.open(seal.row(id), "person", sealed)).isEmpty();
        assertThat(seal.open(seal.newId(), "person", sealed)).isEmpty();
        assertThat(seal.open(id, "ticket", sealed)).isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(seal.open(id, "person", sealed)).isEmpty();
        assertThat(seal.open(id, "person", "the value".getBytes(UTF_8))).isEmpty();
    }

    @Test
    void givesAModuleItsNewestUsableKey() {
        modules.add("CCN0001001", "inbound", "AES-256-GCM", "k", new byte[] {1});
        modules.activate("CCN0001001", "inbound", "k");
        assertThat(modules.<Integer>use("CCN0001001", "inbound", key -> (int) key[0]))
                .isEqualTo(1);
        modules.add("CCN0001001", "inbound", "AES-256-GCM", "k", new byte[] {2});
        modules.activate("CCN0001001", "inbound", "k");
        modules.activate("CCN0001001", "inbound", "k");
        assertThat(modules.<Integer>use("CCN0001001", "inbound", key -> (int) key[0]))
                .isEqualTo(2);

        modules.destroyAll("CCN0001001");
        modules.destroyAll("CCN0001001");
        assertThatThrownBy(() -> modules.use("CCN0001001", "inbound", key -> key))
                .hasMessage("There is no usable key for CCN0001001 inbound."
                        + " Open Key Management, Health (Diagnostics) to see what is missing.");
    }

    @Test
    void opensWithAnOlderKeyByItsLabelUntilThatIsDestroyed() {
        String module = "CCN0001011";
        addAndActivate(module, "first", 1);
        modules.add(module, "inbound", "AES-256-GCM", "second", new byte[] {2});
        assertThat(firstByte(module, "first")).isEqualTo(1);
        assertThat(firstByte(module, "second")).as("open before it is Active").isEqualTo(2);

        modules.activate(module, "inbound", "second");
        assertThat(firstByte(module, "first")).as("deactivated, and still open").isEqualTo(1);
        assertThat(modules.describe(module))
                .extracting(ModuleKey::label, ModuleKey::active)
                .containsExactly(tuple("second", true), tuple("first", false));

        modules.destroy(module, "first");
        assertThatThrownBy(() -> firstByte(module, "first")).isInstanceOf(Problem.class);
        assertThat(firstByte(module, "second")).isEqualTo(2);
        assertThat(modules.describe(module)).extracting(ModuleKey::label).containsExactly("second");
    }

    @Test
    void aKeyOfVersionsBeforeLabelsAnswersToEveryLabelThatNoOtherHas() {
        String module = "CCN0001012";
        addAndActivate(module, "", 1);
        modules.add(module, "inbound", "AES-256-GCM", "second", new byte[] {2});

        assertThat(firstByte(module, "first")).isEqualTo(1);
        assertThat(firstByte(module, "second")).isEqualTo(2);
        modules.activate(module, "inbound", "second");
        modules.destroy(module, "first");
        assertThatThrownBy(() -> firstByte(module, "first")).isInstanceOf(Problem.class);
        assertThat(firstByte(module, "second")).isEqualTo(2);
    }

    private void addAndActivate(String module, String label, int value) {
        modules.add(module, "inbound", "AES-256-GCM", label, new byte[] {(byte) value});
        modules.activate(module, "inbound", label);
    }

    private int firstByte(String module, String label) {
        return modules.use(module, "inbound", label, key -> (int) key[0]);
    }

    @Test
    void makesOneClientKeyForAModule() throws Exception {
        String publicKey = modules.generateClientKey("PCN0001001");
        assertThat(modules.generateClientKey("PCN0001001")).isEqualTo(publicKey);
        ECKey key = ECKey.parse(publicKey);
        assertThat(key.isPrivate()).isFalse();
        String id = modules.use(
                "PCN0001001",
                ModuleKeys.CLIENT_KEY,
                secret -> parse(new String(secret, UTF_8)).getKeyID());
        assertThat(id)
                .isEqualTo(key.getKeyID())
                .isEqualTo(key.computeThumbprint().toString());
    }

    @Guarantee(of = ModuleKeys.class, says = "The copy that a function is called with is wiped afterwards.")
    @Test
    void wipesTheCopyOfAKeyAfterUse() {
        modules.add("PCN0001009", "outbound", "AES-256-GCM", "k", new byte[] {1, 2, 3});
        byte[] kept = modules.use("PCN0001009", "outbound", key -> key);
        assertThat(kept).containsOnly(0);
    }

    @Guarantee(of = ModuleKeys.class, says = "No key is in clear in the database.")
    @Test
    void keepsNoKeyInClear() {
        byte[] canary = "canary-canary-canary-canary-32-by".getBytes(UTF_8);
        modules.add("PCN0001008", "outbound", "AES-256-GCM", "k", canary);
        List<String> dump =
                JdbcClient.create(database).sql("script").query(String.class).list();
        assertThat(dump).anyMatch(line -> line.contains(HexFormat.of().formatHex(keys.signaturePublicKey())));
        assertThat(dump).noneMatch(line -> line.contains(HexFormat.of().formatHex(canary)));
    }

    private static ECKey parse(String json) {
        try {
            return ECKey.parse(json);
        } catch (java.text.ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
