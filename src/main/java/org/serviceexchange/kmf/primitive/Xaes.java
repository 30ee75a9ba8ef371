package org.serviceexchange.kmf.primitive;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * XAES-256-GCM as C2SP specifies it: AES-256-GCM under a key that is derived for each message from the key and the first
 * half of a random nonce of 24 bytes.
 *
 * <p>Security guarantees: Every message is sealed with a fresh random nonce, so that a database that was restored from a
 * backup never protects two messages alike. Nothing of the plain text is returned unless key, nonce, associated data and
 * every bit of the input are right.
 *
 * <p>A message may open under more than one key that an attacker has chosen (the algorithm does not commit to its key),
 * so the associated data has to name the key.
 */
public final class Xaes {

    /** Length of the key, in bytes. */
    public static final int KEY_LENGTH = 32;

    /** Length of the nonce, in bytes. */
    public static final int NONCE_LENGTH = 24;

    private static final int HALF = NONCE_LENGTH / 2;
    private static final int BLOCK = 16;

    /** What doubling in GF(2^128) adds when the top bit was set (NIST SP 800-38B). */
    private static final int REDUCTION = 0x87;

    private Xaes() {}

    /** Encrypts with a fresh random nonce; returns nonce, ciphertext and tag in this order. */
    public static byte[] seal(byte[] key, byte[] associatedData, byte[] plain) {
        return seal(key, RandomBytes.of(NONCE_LENGTH), associatedData, plain);
    }

    /** Encrypts with this nonce, which must never be used twice with the same key; returns nonce, ciphertext and tag in this order. */
    public static byte[] seal(byte[] key, byte[] nonce, byte[] associatedData, byte[] plain) {
        byte[] derived = derive(key, nonce);
        try {
            byte[] encrypted = Aead.seal(derived, Arrays.copyOfRange(nonce, HALF, NONCE_LENGTH), associatedData, plain);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_LENGTH + encrypted.length);
            System.arraycopy(encrypted, 0, sealed, NONCE_LENGTH, encrypted.length);
            return sealed;
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    /** Decrypts what {@link #seal(byte[], byte[], byte[])} returned; throws if any bit differs. */
    public static byte[] open(byte[] key, byte[] associatedData, byte[] sealed) throws GeneralSecurityException {
        if (sealed.length < NONCE_LENGTH) {
            throw new AEADBadTagException("the input is shorter than a nonce");
        }
        byte[] derived = derive(key, sealed);
        try {
            return Aead.open(
                    derived,
                    Arrays.copyOfRange(sealed, HALF, NONCE_LENGTH),
                    associatedData,
                    Arrays.copyOfRange(sealed, NONCE_LENGTH, sealed.length));
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    /** The key of one message: CMAC of two blocks that hold a count, the letter X and the first half of the nonce. */
    private static byte[] derive(byte[] key, byte[] nonce) {
        if (key.length != KEY_LENGTH) {
            throw new IllegalArgumentException("XAES-256-GCM takes a key of 32 bytes.");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding", "SunJCE");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
            byte[] mask = doubled(cipher.doFinal(new byte[BLOCK]));
            byte[] blocks = new byte[2 * BLOCK];
            for (int part = 0; part < 2; part++) {
                int at = part * BLOCK;
                blocks[at + 1] = (byte) (part + 1);
                blocks[at + 2] = 'X';
                System.arraycopy(nonce, 0, blocks, at + 4, HALF);
                for (int i = 0; i < BLOCK; i++) {
                    blocks[at + i] ^= mask[i];
                }
            }
            return cipher.doFinal(blocks);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES.", e);
        }
    }

    /** Twice the block in GF(2^128), without a branch on its secret bits. */
    private static byte[] doubled(byte[] block) {
        byte[] twice = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            int carry = i + 1 < BLOCK ? (block[i + 1] & 0xff) >>> 7 : 0;
            twice[i] = (byte) (block[i] << 1 | carry);
        }
        twice[BLOCK - 1] ^= (byte) (REDUCTION & -((block[0] & 0xff) >>> 7));
        return twice;
    }
}
