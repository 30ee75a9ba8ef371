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

/** Which key store the application contexts of the tests have; {@link BcfksTest} asserts what the product's costs to open. */
class FileKeyStoreTest {

    @TempDir
    Path home;

    @Test
    void takesFewerRoundsInApplicationContextsOfTests() throws Exception {
        try (var kmf = KmfContext.start(KmfContext.emptyDatabase("rounds"), home, Clock.systemUTC())) {
            assertThat(kmf.getBean(RootKeyStore.class)).isInstanceOf(QuickKeyStore.class);
            assertThat(rounds()).isEqualTo(1_000);
        }
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
