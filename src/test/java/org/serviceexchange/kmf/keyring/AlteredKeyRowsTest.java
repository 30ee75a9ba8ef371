package org.serviceexchange.kmf.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceexchange.Guarantee;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.KmfContext;
import org.serviceexchange.kmf.ModuleKeys;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row that somebody edited in the database is of no use, and nothing that is done with it makes it genuine again. */
class AlteredKeyRowsTest {

    @TempDir
    static Path home;

    static AnnotationConfigApplicationContext kmf;

    InstanceKeys keys = kmf.getBean(InstanceKeys.class);
    KeyLifeCycle lifeCycle = kmf.getBean(KeyLifeCycle.class);
    ModuleKeys modules = kmf.getBean(ModuleKeys.class);
    KeyRows rows = kmf.getBean(KeyRows.class);
    JdbcClient jdbc = kmf.getBean(JdbcClient.class);
    Map<String, byte[]> genuine = new HashMap<>();

    @BeforeAll
    static void start() {
        kmf = KmfContext.start(KmfContext.emptyDatabase("altered-" + UUID.randomUUID()), home, Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        kmf.close();
    }

    @AfterEach
    void restore() {
        genuine.forEach(this::writePublicPart);
    }

    @Guarantee(of = InstanceKeys.class, says = "A public key that was exchanged in the database is not published.")
    @Test
    void publishesNoPublicKeyThatWasExchanged() {
        KeyRow signature = altered(active(KeyName.SIGNATURE));
        KeyRow encryption = altered(active(KeyName.ENCRYPTION));

        assertRefused(signature, keys::signaturePublicKey);
        assertRefused(signature, keys::thumbprint);
        assertRefused(encryption, keys::encryptionPublicKey);
    }

    @Test
    void publishesNoClientKeyThatWasExchanged() {
        modules.generateClientKey("PCN0002001");
        KeyRow row = altered(newest("PCN0002001", ModuleKeys.CLIENT_KEY));

        assertRefused(row, () -> modules.generateClientKey("PCN0002001"));
    }

    @Guarantee(of = InstanceKeys.class, says = "A key whose row was altered signs nothing.")
    @Guarantee(of = ModuleKeys.class, says = "A key whose row was altered is neither used nor moved to another state.")
    @Test
    void signsAndUnwrapsNothingWithAnAlteredRow() {
        KeyRow signature = altered(active(KeyName.SIGNATURE));
        assertRefused(signature, () -> keys.sign(new byte[] {1}));

        KeyRow module = altered(generated("CCN0002001"));
        assertRefused(module, () -> modules.use("CCN0002001", "inbound", key -> key.length));
    }

    @Test
    void rotatesNoAlteredKey() {
        KeyRow row = altered(active(KeyName.SIGNATURE));

        assertRefused(row, () -> lifeCycle.rotate(KeyName.SIGNATURE));
        assertUnchanged(row);
        assertThat(rows.named(KeyName.SIGNATURE)).hasSize(1);
    }

    @Test
    void rotatesNoKeyWithAnAlteredOlderVersion() {
        KeyRow older = active(KeyName.ENCRYPTER);
        lifeCycle.rotate(KeyName.ENCRYPTER);
        KeyRow row = altered(rows.find(older.id()).orElseThrow());

        assertRefused(row, () -> lifeCycle.rotate(KeyName.ENCRYPTER));
        assertThat(active(KeyName.ENCRYPTER).version()).isEqualTo(older.version() + 1);
    }

    @Guarantee(of = ModuleKeys.class, says = "A key whose row was altered is neither used nor moved to another state.")
    @Test
    void aRotationOfTheKeyEncryptionKeyMakesNoAlteredRowGenuine() {
        KeyRow row = altered(generated("CCN0002002"));

        lifeCycle.rotate(KeyName.KEY_ENCRYPTION);
        assertUnchanged(row);
        assertRefused(row, () -> modules.use("CCN0002002", "inbound", key -> key.length));
    }

    @Guarantee(of = ModuleKeys.class, says = "A key whose row was altered is neither used nor moved to another state.")
    @Test
    void movesNoAlteredKey() {
        KeyRow row = altered(generated("CCN0002003"));

        assertRefused(row, () -> lifeCycle.move(row.id(), KeyState.REVOKED));
        assertRefused(row, () -> modules.destroyAll("CCN0002003"));
        assertUnchanged(row);
    }

    @Guarantee(of = ModuleKeys.class, says = "A key whose row was altered is neither used nor moved to another state.")
    @Test
    void activatesNoAlteredKey() {
        KeyRow row = altered(generated("CCN0002004"));

        assertRefused(row, () -> modules.activate("CCN0002004", "inbound", "k"));
        assertUnchanged(row);
    }

    @Test
    void activatesNoKeyOverAnAlteredOne() {
        KeyRow before = generated("CCN0002005");
        modules.activate("CCN0002005", "inbound", "k");
        KeyRow next = generated("CCN0002005");
        KeyRow row = altered(rows.find(before.id()).orElseThrow());

        assertRefused(row, () -> modules.activate("CCN0002005", "inbound", "k"));
        assertUnchanged(row);
        assertUnchanged(next);
    }

    private KeyRow generated(String module) {
        String id = modules.add(module, "inbound", KeyMaker.AES, "k", new byte[] {1, 2, 3});
        return rows.find(id).orElseThrow();
    }

    private KeyRow newest(String module, String purpose) {
        return rows.named(new KeyName(module, purpose)).get(0);
    }

    private KeyRow active(KeyName name) {
        return KeyHierarchy.active(name, lifeCycle.instanceKeys());
    }

    private KeyRow altered(KeyRow row) {
        genuine.put(row.id(), row.publicPart());
        writePublicPart(row.id(), new byte[] {6, 6, 6});
        return row;
    }

    private void writePublicPart(String id, byte[] publicPart) {
        jdbc.sql("update kmf_key set public_part = ? where id = ?")
                .params(publicPart, id)
                .update();
    }

    private static void assertRefused(KeyRow row, ThrowingCallable use) {
        assertThatThrownBy(use)
                .hasMessage("The row of key " + row.id() + " was changed outside this application."
                        + " Restore the row from a backup, and find out who changed it.");
    }

    /** Still with the authentication code it had, and in the same state. */
    private void assertUnchanged(KeyRow row) {
        KeyRow now = rows.find(row.id()).orElseThrow();
        assertThat(now).isEqualTo(row);
        assertThat(now.state()).isEqualTo(row.state());
    }
}
