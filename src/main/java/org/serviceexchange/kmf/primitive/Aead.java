package org.serviceexchange.kmf.primitive;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D).
 *
 * <p>Security guarantees: A key has 32 bytes, an IV 12 bytes and a tag 16 bytes; nothing else is accepted. Nothing of
 * the plain text is returned unless the tag is right. Every seal takes a fresh random IV.
 */
public final class Aead {

    /** Length of the key, in bytes. */
    public static final int KEY_LENGTH = 32;

    /** Length of the IV, in bytes. */
    public static final int IV_LENGTH = 12;

    private static final int TAG_LENGTH = 16;

    private Aead() {}

    /** Encrypts with a fresh random IV; returns IV, ciphertext and tag in this order. */
    public static byte[] seal(byte[] key, byte[] associatedData, byte[] plain) {
        byte[] iv = RandomBytes.of(IV_LENGTH);
        byte[] encrypted = seal(key, iv, associatedData, plain);
        byte[] sealed = Arrays.copyOf(iv, IV_LENGTH + encrypted.length);
        System.arraycopy(encrypted, 0, sealed, IV_LENGTH, encrypted.length);
        return sealed;
    }

    /** Encrypts with this IV, which must never be used twice with the same key; returns ciphertext and tag. */
    public static byte[] seal(byte[] key, byte[] iv, byte[] associatedData, byte[] plain) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, iv, associatedData).doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("AES-256-GCM cannot seal with this key and IV.", e);
        }
    }

    /**
     * Decrypts what {@link #seal(byte[], byte[], byte[])} returned; throws if any bit of key, associated data or input
     * differs.
     */
    public static byte[] open(byte[] key, byte[] associatedData, byte[] sealed) throws GeneralSecurityException {
        if (sealed.length < IV_LENGTH + TAG_LENGTH) {
            throw new AEADBadTagException("the input is shorter than IV and tag");
        }
        byte[] iv = Arrays.copyOf(sealed, IV_LENGTH);
        return open(key, iv, associatedData, Arrays.copyOfRange(sealed, IV_LENGTH, sealed.length));
    }

    /** Decrypts ciphertext and tag with this IV; throws if any bit of key, IV, associated data or input differs. */
    public static byte[] open(byte[] key, byte[] iv, byte[] associatedData, byte[] encrypted)
            throws GeneralSecurityException {
        if (encrypted.length < TAG_LENGTH) {
            throw new AEADBadTagException("the input is shorter than a tag");
        }
        return cipher(Cipher.DECRYPT_MODE, key, iv, associatedData).doFinal(encrypted);
    }

    private static Cipher cipher(int mode, byte[] key, byte[] iv, byte[] associatedData)
            throws GeneralSecurityException {
        if (key.length != KEY_LENGTH || iv.length != IV_LENGTH) {
            throw new IllegalArgumentException("AES-256-GCM here takes a key of 32 bytes and an IV of 12 bytes.");
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", "SunJCE");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG_LENGTH, iv));
        cipher.updateAAD(associatedData);
        return cipher;
    }
}
