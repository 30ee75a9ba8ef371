package org.serviceexchange.protocol.probe;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.serviceexchange.protocol.wire.MessageRefusal;

/** AES-256-GCM whose IV is the counter of a direction: four zero bytes, then the counter in big-endian order. */
final class ProbeCipher {

    private static final int TAG_BITS = 128;
    private static final int IV_LENGTH = 12;

    private ProbeCipher() {}

    static byte[] seal(byte[] key, long counter, byte[] associatedData, byte[] plaintext) {
        try {
            return run(Cipher.ENCRYPT_MODE, key, counter, associatedData, plaintext);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM.", e);
        }
    }

    /** Shorter input is refused here: Java answers to it with an exception that is none of its security exceptions. */
    static byte[] open(byte[] key, long counter, byte[] associatedData, byte[] sealed) {
        if (sealed.length < TAG_BITS / Byte.SIZE) {
            throw MessageRefusal.failed("probeDoesNotOpen");
        }
        try {
            return run(Cipher.DECRYPT_MODE, key, counter, associatedData, sealed);
        } catch (GeneralSecurityException e) {
            throw MessageRefusal.failed("probeDoesNotOpen");
        }
    }

    private static byte[] run(int mode, byte[] key, long counter, byte[] associatedData, byte[] input)
            throws GeneralSecurityException {
        byte[] iv = ByteBuffer.allocate(IV_LENGTH).putInt(0).putLong(counter).array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", "SunJCE");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(associatedData);
        return cipher.doFinal(input);
    }
}
