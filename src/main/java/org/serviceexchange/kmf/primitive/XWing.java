package org.serviceexchange.kmf.primitive;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.bouncycastle.pqc.crypto.xwing.XWingPublicKeyParameters;

/**
 * HPKE (RFC 9180) in base mode with the KEM X-Wing (draft-connolly-cfrg-xwing-kem, id 0x647a: X25519 and ML-KEM-768)
 * and HKDF-SHA256.
 *
 * <p>Security guarantees: Both halves enter every secret, so that it stays secret as long as X25519 or ML-KEM-768
 * does. Every encapsulation takes fresh randomness.
 *
 * <p>Nobody is authenticated: a signature must do that. As ML-KEM prescribes, a wrong encapsulation of the right length gives
 * other secrets, not an error.
 */
public final class XWing {

    /** Length in bytes: ML-KEM-768 (1184), then X25519 (32). */
    public static final int PUBLIC_KEY_LENGTH = 1216;

    /** Length in bytes of the seed from which both private keys are derived. */
    public static final int PRIVATE_KEY_LENGTH = 32;

    /** Length in bytes: ML-KEM-768 (1088), then X25519 (32). */
    public static final int ENCAPSULATION_LENGTH = 1120;

    /** Length in bytes of the randomness of one encapsulation. */
    public static final int ENCAPSULATION_SEED_LENGTH = 64;

    private final SecureRandom random;

    /** Uses the platform's secure random source. */
    public XWing() {
        this(new SecureRandom());
    }

    /** Uses the given random source, for examples with fixed seeds. */
    public XWing(SecureRandom random) {
        this.random = random;
    }

    /** The exporter of an HPKE context (suite with AEAD 0xffff, export-only); both sides export the same secrets. */
    public interface Exporter {

        /** The secret for this exporter context; {@code length} is 1 to 8160 bytes (RFC 9180, section 5.3). */
        byte[] export(byte[] context, int length);
    }

    /** The sender's exporter, and the encapsulation from which the receiver derives the same one. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Sender(byte[] encapsulation, Exporter exporter) {}

    /** A sealed message: the encapsulation and the ciphertext with its 16-byte tag. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Sealed(byte[] encapsulation, byte[] ciphertext) {}

    /** A new key pair, encoded as the length constants describe. */
    public RawKeyPair generate() {
        byte[] seed = new byte[PRIVATE_KEY_LENGTH];
        random.nextBytes(seed);
        return new RawKeyPair(publicKey(seed), seed);
    }

    /** The public key of a private key of {@value #PRIVATE_KEY_LENGTH} bytes. */
    public static byte[] publicKey(byte[] privateKey) {
        return new XWingPrivateKeyParameters(requireLength(privateKey, PRIVATE_KEY_LENGTH))
                .getPublicKeyParameters()
                .getEncoded();
    }

    /**
     * Encapsulates to a public key with the given randomness, so that the same message can be made again after a restart.
     * Never use a seed for another key or info. A malformed key is a {@link GeneralSecurityException} without details.
     */
    public static Sender sender(byte[] publicKey, byte[] info, byte[] seed) throws GeneralSecurityException {
        HPKEContextWithEncapsulation context = setUpSender(HPKE.aead_EXPORT_ONLY, publicKey, info, seed);
        return new Sender(context.getEncapsulation(), context::export);
    }

    /**
     * Whether one can encapsulate to a received public key: its ML-KEM half decodes (FIPS 203, section 7.2) and its X25519
     * half is no point of small order.
     */
    public static boolean usable(byte[] publicKey) {
        try {
            sender(publicKey, new byte[0], new byte[ENCAPSULATION_SEED_LENGTH]);
            return true;
        } catch (GeneralSecurityException unusable) {
            return false;
        }
    }

    /** Decapsulates with a private key; throws without details if an input is malformed. */
    public static Exporter receiver(byte[] encapsulation, byte[] privateKey, byte[] info)
            throws GeneralSecurityException {
        return guarded(() -> receiver(encapsulation, keyPair(privateKey), info));
    }

    /** As above with the decoded key pair; package-private for test vectors, which give both halves separately. */
    static Exporter receiver(byte[] encapsulation, AsymmetricCipherKeyPair keys, byte[] info)
            throws GeneralSecurityException {
        return setUpReceiver(HPKE.aead_EXPORT_ONLY, encapsulation, keys, info)::export;
    }

    /** Seals one message with AES-256-GCM under a fresh context (single-shot API of RFC 9180, section 6.1). */
    public Sealed seal(byte[] publicKey, byte[] info, byte[] associatedData, byte[] message)
            throws GeneralSecurityException {
        byte[] seed = seed();
        try {
            HPKEContextWithEncapsulation context = setUpSender(HPKE.aead_AES_GCM256, publicKey, info, seed);
            return new Sealed(context.getEncapsulation(), guarded(() -> context.seal(associatedData, message)));
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    /** Opens what {@link #seal} returned; throws without details for anything else. */
    public static byte[] open(Sealed sealed, byte[] privateKey, byte[] info, byte[] associatedData)
            throws GeneralSecurityException {
        return guarded(() -> setUpReceiver(HPKE.aead_AES_GCM256, sealed.encapsulation(), keyPair(privateKey), info)
                .open(associatedData, sealed.ciphertext()));
    }

    private static HPKEContextWithEncapsulation setUpSender(short aead, byte[] publicKey, byte[] info, byte[] seed)
            throws GeneralSecurityException {
        return guarded(() -> hpke(aead)
                .setupBaseS(new XWingPublicKeyParameters(requireLength(publicKey, PUBLIC_KEY_LENGTH)), info, seed));
    }

    private byte[] seed() {
        byte[] seed = new byte[ENCAPSULATION_SEED_LENGTH];
        random.nextBytes(seed);
        return seed;
    }

    private static HPKEContext setUpReceiver(
            short aead, byte[] encapsulation, AsymmetricCipherKeyPair keys, byte[] info)
            throws GeneralSecurityException {
        return guarded(() -> hpke(aead).setupBaseR(requireLength(encapsulation, ENCAPSULATION_LENGTH), keys, info));
    }

    static AsymmetricCipherKeyPair keyPair(byte[] privateKey) {
        XWingPrivateKeyParameters key = new XWingPrivateKeyParameters(requireLength(privateKey, PRIVATE_KEY_LENGTH));
        return new AsymmetricCipherKeyPair(key.getPublicKeyParameters(), key);
    }

    /** The HPKE suite with this AEAD, in mode base. */
    static HPKE hpke(short aead) {
        return hpke(HPKE.mode_base, aead);
    }

    /** The HPKE suite with this AEAD, in a mode. */
    static HPKE hpke(byte mode, short aead) {
        return new HPKE(mode, HPKE.kem_X_WING, HPKE.kdf_HKDF_SHA256, aead);
    }

    static byte[] requireLength(byte[] bytes, int length) {
        if (bytes.length != length) {
            throw new IllegalArgumentException("expected " + length + " bytes");
        }
        return bytes;
    }

    /** Bouncy Castle throws many unchecked exceptions for malformed input; callers see a single one. */
    static <T> T guarded(Callable<T> action) throws GeneralSecurityException {
        try {
            return action.call();
        } catch (Exception e) {
            throw new GeneralSecurityException("the cryptographic operation failed");
        }
    }
}
