package org.serviceexchange.kmf.rootkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.bouncycastle.asn1.bc.ObjectStore;
import org.bouncycastle.asn1.bc.PbkdMacIntegrityCheck;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceexchange.kmf.KmfContext;
import org.serviceexchange.kmf.KmfSettings;
import org.serviceexchange.platform.settings.InstanceSettings;

/** What the product's key store costs to open; the application contexts of the tests have {@link QuickKeyStore}. */
class FileKeyStoreTest {

    @TempDir
    Path home;

    @Test
    void derivesTheKeyOfItsFileInSixHundredThousandRounds() throws Exception {
        store().create();
        assertThat(rounds()).isEqualTo(600_000);
    }

    @Test
    void takesFewerRoundsInApplicationContextsOfTests() throws Exception {
        try (var kmf = KmfContext.start(KmfContext.emptyDatabase("rounds"), home, Clock.systemUTC())) {
            assertThat(kmf.getBean(RootKeyStore.class)).isInstanceOf(QuickKeyStore.class);
            assertThat(rounds()).isEqualTo(1_000);
        }
    }

    private FileKeyStore store() {
        KmfSettings settings = KmfContext.settings(null, "a passphrase of the test");
        InstanceSettings instance =
                new InstanceSettings("test", null, home, InstanceSettings.Mode.STANDARD, "test", null);
        return new FileKeyStore(settings, instance, new Passphrase(settings, instance), Clock.systemUTC());
    }

    private int rounds() throws Exception {
        byte[] file = Files.readAllBytes(home.resolve("key-store.bcfks"));
        var check = ObjectStore.getInstance(file).getIntegrityCheck().getIntegrityCheck();
        var derivation = PbkdMacIntegrityCheck.getInstance(check).getPbkdAlgorithm();
        return PBKDF2Params.getInstance(derivation.getParameters())
                .getIterationCount()
                .intValueExact();
    }
}
