package org.serviceexchange.kmf.primitive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Arrays.copyOfRange;
import static org.bouncycastle.util.Arrays.concatenate;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.SignatureException;
import org.bouncycastle.util.Arrays;

/**
 * MLDSA65-Ed25519-SHA512 of draft-ietf-lamps-pq-composite-sigs, with an empty application context.
 *
 * <p>Security guarantees: A signature stands only if both halves stand, so that it is unforgeable as long as one of
 * the two algorithms is. Keys and signatures of any other length are refused. Bouncy Castle's own implementation is
 * called by its classes, so that no other provider can take its place.
 */
public final class CompositeSignature {

    /** Length in bytes: ML-DSA-65 (1952), then Ed25519 (32). */
    public static final int PUBLIC_KEY_LENGTH = MlDsa65.PUBLIC_KEY_LENGTH + Ed25519.PUBLIC_KEY_LENGTH;

    /** Length in bytes: the ML-DSA-65 seed (32), then the Ed25519 seed (32). */
    public static final int PRIVATE_KEY_LENGTH = MlDsa65.SEED_LENGTH + Ed25519.SEED_LENGTH;

    /** Length in bytes: ML-DSA-65 (3309), then Ed25519 (64). */
    public static final int SIGNATURE_LENGTH = MlDsa65.SIGNATURE_LENGTH + Ed25519.SIGNATURE_LENGTH;

    private static final byte[] PREFIX = "CompositeAlgorithmSignatures2025".getBytes(US_ASCII);
    private static final byte[] LABEL = "COMPSIG-MLDSA65-Ed25519-SHA512".getBytes(US_ASCII);
    private static final byte[] NO_CONTEXT = {0};

    private final SecureRandom random;

    /** Uses the platform's secure random source. */
    public CompositeSignature() {
        this(new SecureRandom());
    }

    /** Uses the given random source, for examples with fixed seeds. */
    public CompositeSignature(SecureRandom random) {
        this.random = random;
    }

    /** A new key pair, encoded as the length constants describe. */
    public RawKeyPair generate() {
        byte[] privateKey = new byte[PRIVATE_KEY_LENGTH];
        random.nextBytes(privateKey);
        return new RawKeyPair(publicKey(privateKey), privateKey);
    }

    /** The public key of a private key of {@value #PRIVATE_KEY_LENGTH} bytes. */
    public static byte[] publicKey(byte[] privateKey) {
        return concatenate(MlDsa65.publicKey(mlDsaSeed(privateKey)), Ed25519.publicKey(ed25519Seed(privateKey)));
    }

    /** Signs a message; the signature has {@value #SIGNATURE_LENGTH} bytes. */
    public byte[] sign(byte[] privateKey, byte[] message) throws GeneralSecurityException {
        byte[] representative = representative(message);
        byte[] mlDsaSeed = mlDsaSeed(privateKey);
        byte[] ed25519Seed = ed25519Seed(privateKey);
        try {
            return concatenate(
                    MlDsa65.sign(mlDsaSeed, LABEL, representative, random), Ed25519.sign(ed25519Seed, representative));
        } finally {
            Arrays.fill(mlDsaSeed, (byte) 0);
            Arrays.fill(ed25519Seed, (byte) 0);
        }
    }

    /**
     * Returns normally if the signature is valid.
     *
     * @throws SignatureException always with the same message, whether the key, a length or either component is wrong
     */
    public static void verify(byte[] publicKey, byte[] message, byte[] signature) throws SignatureException {
        if (!verifies(publicKey, representative(message), signature)) {
            throw new SignatureException("the signature is not valid");
        }
    }

    private static boolean verifies(byte[] publicKey, byte[] representative, byte[] signature) {
        if (publicKey.length != PUBLIC_KEY_LENGTH || signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        try {
            return MlDsa65.verifies(
                            copyOfRange(publicKey, 0, MlDsa65.PUBLIC_KEY_LENGTH),
                            LABEL,
                            representative,
                            copyOfRange(signature, 0, MlDsa65.SIGNATURE_LENGTH))
                    && Ed25519.verifies(
                            copyOfRange(publicKey, MlDsa65.PUBLIC_KEY_LENGTH, PUBLIC_KEY_LENGTH),
                            representative,
                            copyOfRange(signature, MlDsa65.SIGNATURE_LENGTH, SIGNATURE_LENGTH));
        } catch (RuntimeException malformedKey) {
            return false;
        }
    }

    private static byte[] representative(byte[] message) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-512").digest(message);
            return Arrays.concatenate(PREFIX, LABEL, NO_CONTEXT, hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-512.", e);
        }
    }

    private static byte[] mlDsaSeed(byte[] privateKey) {
        return copyOfRange(privateKey, 0, MlDsa65.SEED_LENGTH);
    }

    private static byte[] ed25519Seed(byte[] privateKey) {
        if (privateKey.length != PRIVATE_KEY_LENGTH) {
            throw new IllegalArgumentException("a private key has " + PRIVATE_KEY_LENGTH + " bytes");
        }
        return copyOfRange(privateKey, MlDsa65.SEED_LENGTH, PRIVATE_KEY_LENGTH);
    }
}
