package org.serviceexchange.kmf.rootkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.bouncycastle.asn1.bc.EncryptedObjectStoreData;
import org.bouncycastle.asn1.bc.ObjectStore;
import org.bouncycastle.asn1.bc.PbkdMacIntegrityCheck;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceexchange.kmf.KmfContext;
import org.serviceexchange.kmf.KmfSettings;
import org.serviceexchange.platform.settings.InstanceSettings;

/** What the file of the product's key store says about itself, read with nothing but its ASN.1 structure. */
class BcfksTest {

    private static final byte[] KEY =
            "0123456789abcdef0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    static ObjectStore store;

    @BeforeAll
    static void write(@TempDir Path home) throws IOException {
        KmfSettings settings = KmfContext.settings(null, "a passphrase of the test");
        InstanceSettings instance =
                new InstanceSettings("test", null, home, InstanceSettings.Mode.STANDARD, "test", null);
        new FileKeyStore(settings, instance, new Passphrase(settings, instance), Clock.systemUTC()).create();
        store = ObjectStore.getInstance(Files.readAllBytes(home.resolve("key-store.bcfks")));
    }

    @Test
    void derivesTheEncryptionKeyInSixHundredThousandRounds() {
        EncryptedObjectStoreData data = EncryptedObjectStoreData.getInstance(store.getStoreData());
        PBES2Parameters scheme =
                PBES2Parameters.getInstance(data.getEncryptionAlgorithm().getParameters());

        assertStrong(scheme.getKeyDerivationFunc());
    }

    @Test
    void derivesTheIntegrityKeyInSixHundredThousandRounds() {
        PbkdMacIntegrityCheck check =
                PbkdMacIntegrityCheck.getInstance(store.getIntegrityCheck().getIntegrityCheck());

        assertStrong(check.getPbkdAlgorithm());
    }

    @Test
    void givesEachKeyBackUnderItsNameOnly() throws Exception {
        byte[] other = KEY.clone();
        other[0] ^= 1;
        byte[] file = Bcfks.encode(Map.of("irk-1", KEY, "irk-2", other), "a passphrase".toCharArray(), 1_000);

        Map<String, byte[]> keys = Bcfks.decode(file, "a passphrase".toCharArray());
        assertThat(keys).containsOnlyKeys("irk-1", "irk-2");
        assertThat(keys.get("irk-1")).isEqualTo(KEY);
        assertThat(keys.get("irk-2")).isEqualTo(other);
    }

    private static void assertStrong(KeyDerivationFunc derivation) {
        assertThat(derivation.getAlgorithm()).isEqualTo(PKCSObjectIdentifiers.id_PBKDF2);
        PBKDF2Params parameters = PBKDF2Params.getInstance(derivation.getParameters());
        assertThat(parameters.getIterationCount()).isEqualTo(BigInteger.valueOf(600_000));
        assertThat(parameters.getPrf().getAlgorithm()).isEqualTo(PKCSObjectIdentifiers.id_hmacWithSHA512);
        assertThat(parameters.getSalt()).hasSize(32);
    }
}
