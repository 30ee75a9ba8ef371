package org.serviceexchange.kmf.primitive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;

class CompositeSignatureTest {

    private static final String NAME = "MLDSA65-Ed25519-SHA512";
    private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final byte[] MESSAGE = "hello".getBytes(UTF_8);

    private final CompositeSignature composite = new CompositeSignature();
    private final RawKeyPair keys = composite.generate();

    /** Bouncy Castle's registered algorithm is the reference here; it looks itself up by name. */
    @BeforeAll
    static void registerTheReference() {
        Security.addProvider(BOUNCY_CASTLE);
    }

    @AfterAll
    static void removeTheReference() {
        Security.removeProvider(BOUNCY_CASTLE.getName());
    }

    @Test
    void verifiesItsOwnSignature() throws GeneralSecurityException {
        byte[] signature = composite.sign(keys.privateKey(), MESSAGE);

        assertThat(keys.publicKey()).hasSize(1984);
        assertThat(signature).hasSize(3373);
        assertThatCode(() -> CompositeSignature.verify(keys.publicKey(), MESSAGE, signature))
                .doesNotThrowAnyException();
    }

    @Test
    void verifiesASignatureOfTheRegisteredAlgorithm() throws GeneralSecurityException {
        KeyPair other = KeyPairGenerator.getInstance(NAME, BOUNCY_CASTLE).generateKeyPair();
        Signature signer = Signature.getInstance(NAME, BOUNCY_CASTLE);
        signer.initSign(other.getPrivate());
        signer.update(MESSAGE);
        byte[] publicKey = SubjectPublicKeyInfo.getInstance(other.getPublic().getEncoded())
                .getPublicKeyData()
                .getOctets();
        byte[] signature = signer.sign();

        assertThatCode(() -> CompositeSignature.verify(publicKey, MESSAGE, signature))
                .doesNotThrowAnyException();
    }

    @Test
    void signsAsTheRegisteredAlgorithmDoes() throws Exception {
        KeyPair other = KeyPairGenerator.getInstance(NAME, BOUNCY_CASTLE).generateKeyPair();
        SubjectPublicKeyInfo theirs =
                SubjectPublicKeyInfo.getInstance(other.getPublic().getEncoded());
        byte[] ours = new SubjectPublicKeyInfo(theirs.getAlgorithm(), keys.publicKey()).getEncoded();
        Signature verifier = Signature.getInstance(NAME, BOUNCY_CASTLE);
        verifier.initVerify(KeyFactory.getInstance(NAME, BOUNCY_CASTLE).generatePublic(new X509EncodedKeySpec(ours)));
        verifier.update(MESSAGE);

        assertThat(verifier.verify(composite.sign(keys.privateKey(), MESSAGE))).isTrue();
    }

    @Test
    void refusesEveryFlippedByteOfTheSignature() throws GeneralSecurityException {
        byte[] signature = composite.sign(keys.privateKey(), MESSAGE);
        for (int i = 0; i < signature.length; i += 7) {
            signature[i] ^= 1;
            refuses(keys.publicKey(), MESSAGE, signature);
            signature[i] ^= 1;
        }
    }

    @Guarantee(
            of = CompositeSignature.class,
            says =
                    "A signature stands only if both halves stand, so that it is unforgeable as long as one of the two algorithms is.")
    @Test
    void refusesASignatureWhoseOtherHalfIsOfAnotherKeyOrMessage() throws GeneralSecurityException {
        byte[] right = composite.sign(keys.privateKey(), MESSAGE);
        byte[] wrong = composite.sign(keys.privateKey(), "other".getBytes(UTF_8));
        byte[] wrongMlDsa = right.clone();
        System.arraycopy(wrong, 0, wrongMlDsa, 0, 3309);
        byte[] wrongEd25519 = right.clone();
        System.arraycopy(wrong, 3309, wrongEd25519, 3309, 64);

        refuses(keys.publicKey(), MESSAGE, wrongMlDsa);
        refuses(keys.publicKey(), MESSAGE, wrongEd25519);
        refuses(composite.generate().publicKey(), MESSAGE, right);
    }

    @Guarantee(of = CompositeSignature.class, says = "Keys and signatures of any other length are refused.")
    @Test
    void refusesEveryOtherLength() throws GeneralSecurityException {
        byte[] signature = composite.sign(keys.privateKey(), MESSAGE);

        refuses(keys.publicKey(), MESSAGE, Arrays.copyOf(signature, signature.length + 1));
        refuses(keys.publicKey(), MESSAGE, Arrays.copyOf(signature, signature.length - 1));
        refuses(keys.publicKey(), MESSAGE, new byte[0]);
        refuses(Arrays.copyOf(keys.publicKey(), 1985), MESSAGE, signature);
        refuses(new byte[0], MESSAGE, signature);
        refuses(new byte[1984], MESSAGE, signature);
    }

    @Guarantee(
            of = CompositeSignature.class,
            says = "Bouncy Castle's own implementation is called by its classes, so that no other provider can take its"
                    + " place.")
    @Test
    void asksNoProviderThatSomebodyPutFirst() throws GeneralSecurityException {
        List<String> asked = new ArrayList<>();
        Provider intruder = new Provider("Intruder", "1", "answers to every name") {
            @Override
            public synchronized Service getService(String type, String algorithm) {
                asked.add(type + " " + algorithm);
                return null;
            }
        };
        Security.insertProviderAt(intruder, 1);
        try {
            byte[] signature = composite.sign(keys.privateKey(), MESSAGE);
            CompositeSignature.verify(keys.publicKey(), MESSAGE, signature);
            composite.generate();
        } finally {
            Security.removeProvider(intruder.getName());
        }
        assertThat(asked).allMatch(name -> name.startsWith("MessageDigest ") || name.startsWith("SecureRandom "));
    }

    @Test
    void makesOtherKeysEachTime() {
        assertThat(composite.generate().privateKey()).isNotEqualTo(keys.privateKey());
    }

    @Test
    void refusesAKeyThatIsNoPointOfTheCurve() throws GeneralSecurityException {
        byte[] signature = composite.sign(keys.privateKey(), MESSAGE);
        byte[] malformed = keys.publicKey().clone();
        Arrays.fill(malformed, 1952, 1984, (byte) 0xff);

        refuses(malformed, MESSAGE, signature);
    }

    private static void refuses(byte[] publicKey, byte[] message, byte[] signature) {
        assertThatThrownBy(() -> CompositeSignature.verify(publicKey, message, signature))
                .isInstanceOf(SignatureException.class)
                .hasMessage("the signature is not valid")
                .hasNoCause();
    }
}
