package org.serviceexchange.kmf.primitive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bouncycastle.util.Arrays.concatenate;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.bouncycastle.pqc.crypto.xwing.XWingPublicKeyParameters;
import org.junit.jupiter.api.Test;

/**
 * X-Wing against the vectors of Project Wycheproof: each vector sets one component key, the other one is a valid key,
 * and the wrapper must export what the standards define for both.
 */
class WycheproofXWingTest {

    private static final byte[] INFO = "info".getBytes(UTF_8);
    private static final byte[] CONTEXT = "context".getBytes(UTF_8);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MLKEMPrivateKeyParameters mlKem = mlKem(RANDOM.generateSeed(64));
    private final X25519PrivateKeyParameters x25519 = new X25519PrivateKeyParameters(RANDOM);

    @Test
    void mlKem768DecapsulatesAsTheVectorsDo() {
        Stream<Wycheproof.Vector> vectors = Wycheproof.vectors("mlkem_768_test.json");

        assertThat(vectors).hasSize(193).allSatisfy(this::decapsulates);
    }

    @Test
    void x25519AgreesAsTheVectorsDo() {
        List<Wycheproof.Vector> vectors = Wycheproof.vectors("x25519_test.json").toList();

        assertThat(vectors).hasSize(518).allSatisfy(this::agrees);
        assertThat(vectors.stream().filter(WycheproofXWingTest::zero)).hasSize(31);
    }

    @Test
    void hkdfDerivesAsTheVectorsDo() throws GeneralSecurityException {
        HPKEContext context = XWing.hpke(HPKE.aead_EXPORT_ONLY)
                .setupBaseS(new XWingPublicKeyParameters(new XWing().generate().publicKey()), INFO);
        Stream<Wycheproof.Vector> vectors = Wycheproof.vectors("hkdf_sha256_test.json");

        assertThat(vectors).hasSize(86).allSatisfy(vector -> {
            int size = vector.test().get("size").asInt();
            byte[] key = context.extract(vector.bytes("salt"), vector.bytes("ikm"));
            if (vector.valid()) {
                assertThat(context.expand(key, vector.bytes("info"), size))
                        .as(vector.name())
                        .isEqualTo(vector.bytes("okm"))
                        .isEqualTo(HpkeReference.expand(
                                HpkeReference.extract(vector.bytes("salt"), vector.bytes("ikm")),
                                vector.bytes("info"),
                                size));
            } else {
                assertThatThrownBy(() -> context.expand(key, vector.bytes("info"), size), vector.name())
                        .isInstanceOf(RuntimeException.class);
            }
        });
    }

    private void decapsulates(Wycheproof.Vector vector) throws GeneralSecurityException {
        byte[] ephemeral = x25519.generatePublicKey().getEncoded();
        byte[] encapsulation = concatenate(vector.bytes("c"), ephemeral);
        if (!vector.valid()) {
            fails(vector, () -> XWing.receiver(encapsulation, pair(mlKem(vector.bytes("seed")), x25519), INFO));
            return;
        }
        byte[] exported = XWing.receiver(encapsulation, pair(mlKem(vector.bytes("seed")), x25519), INFO)
                .export(CONTEXT, 32);
        byte[] secret = HpkeReference.combine(vector.bytes("K"), ownSecret(ephemeral), ephemeral, ephemeral);
        assertThat(exported).as(vector.name()).isEqualTo(HpkeReference.export(secret, INFO, CONTEXT, 32));
    }

    private void agrees(Wycheproof.Vector vector) throws GeneralSecurityException {
        X25519PrivateKeyParameters key = new X25519PrivateKeyParameters(vector.bytes("private"));
        SecretWithEncapsulation half = new MLKEMGenerator(RANDOM).generateEncapsulated(mlKem.getPublicKeyParameters());
        byte[] encapsulation = concatenate(half.getEncapsulation(), vector.bytes("public"));
        if (zero(vector)) {
            fails(vector, () -> XWing.receiver(encapsulation, pair(mlKem, key), INFO));
            return;
        }
        byte[] exported = XWing.receiver(encapsulation, pair(mlKem, key), INFO).export(CONTEXT, 32);
        byte[] secret = HpkeReference.combine(
                half.getSecret(),
                vector.bytes("shared"),
                vector.bytes("public"),
                key.generatePublicKey().getEncoded());
        assertThat(exported).as(vector.name()).isEqualTo(HpkeReference.export(secret, INFO, CONTEXT, 32));
    }

    /** A shared secret of zeros results from an invalid public key. */
    private static boolean zero(Wycheproof.Vector vector) {
        return Arrays.equals(vector.bytes("shared"), new byte[32]);
    }

    private byte[] ownSecret(byte[] publicKey) {
        byte[] secret = new byte[32];
        x25519.generateSecret(new org.bouncycastle.crypto.params.X25519PublicKeyParameters(publicKey), secret, 0);
        return secret;
    }

    private static AsymmetricCipherKeyPair pair(MLKEMPrivateKeyParameters mlKem, X25519PrivateKeyParameters x25519) {
        XWingPrivateKeyParameters both = new XWingPrivateKeyParameters(
                new byte[32], mlKem, x25519, mlKem.getPublicKeyParameters(), x25519.generatePublicKey());
        return new AsymmetricCipherKeyPair(both.getPublicKeyParameters(), both);
    }

    private static MLKEMPrivateKeyParameters mlKem(byte[] seed) {
        return new MLKEMPrivateKeyParameters(MLKEMParameters.ml_kem_768, seed);
    }

    private static void fails(Wycheproof.Vector vector, org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        assertThatThrownBy(action, vector.name())
                .isInstanceOfAny(GeneralSecurityException.class, IllegalArgumentException.class);
    }
}
