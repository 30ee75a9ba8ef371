package org.serviceexchange.kmf.primitive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.bouncycastle.util.Arrays.concatenate;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** X-Wing's combiner and HPKE's export, implemented from the standards with the JDK's SHA3 and HMAC only. */
final class HpkeReference {

    private static final byte[] SUITE =
            concatenate("HPKE".getBytes(US_ASCII), new byte[] {0x64, 0x7a, 0x00, 0x01, (byte) 0xff, (byte) 0xff});
    private static final byte[] VERSION = "HPKE-v1".getBytes(US_ASCII);
    private static final byte[] X_WING_LABEL = {0x5c, 0x2e, 0x2f, 0x2f, 0x5e, 0x5c};
    private static final byte[] NOTHING = {};

    private HpkeReference() {}

    /** draft-connolly-cfrg-xwing-kem: the combined shared secret. */
    static byte[] combine(byte[] mlKemSecret, byte[] x25519Secret, byte[] x25519Ciphertext, byte[] x25519PublicKey)
            throws GeneralSecurityException {
        MessageDigest sha3 = MessageDigest.getInstance("SHA3-256");
        for (byte[] part : new byte[][] {mlKemSecret, x25519Secret, x25519Ciphertext, x25519PublicKey, X_WING_LABEL}) {
            sha3.update(part);
        }
        return sha3.digest();
    }

    /** RFC 9180, base mode: exports from a shared secret. */
    static byte[] export(byte[] sharedSecret, byte[] info, byte[] context, int length) throws GeneralSecurityException {
        byte[] keyScheduleContext = concatenate(
                new byte[] {0},
                labeledExtract(NOTHING, "psk_id_hash", NOTHING),
                labeledExtract(NOTHING, "info_hash", info));
        byte[] secret = labeledExtract(sharedSecret, "secret", NOTHING);
        byte[] exporterSecret = labeledExpand(secret, "exp", keyScheduleContext, 32);
        return labeledExpand(exporterSecret, "sec", context, length);
    }

    /** RFC 5869. */
    static byte[] extract(byte[] salt, byte[] material) throws GeneralSecurityException {
        return hmac(salt.length == 0 ? new byte[32] : salt, material);
    }

    /** RFC 5869. */
    static byte[] expand(byte[] key, byte[] info, int length) throws GeneralSecurityException {
        byte[] block = NOTHING;
        byte[] output = NOTHING;
        for (int i = 1; output.length < length; i++) {
            block = hmac(key, concatenate(block, info, new byte[] {(byte) i}));
            output = concatenate(output, block);
        }
        return Arrays.copyOf(output, length);
    }

    private static byte[] labeledExtract(byte[] salt, String label, byte[] material) throws GeneralSecurityException {
        return extract(salt, concatenate(VERSION, SUITE, label.getBytes(US_ASCII), material));
    }

    private static byte[] labeledExpand(byte[] key, String label, byte[] info, int length)
            throws GeneralSecurityException {
        byte[] size = {(byte) (length >> 8), (byte) length};
        return expand(key, concatenate(concatenate(size, VERSION, SUITE), label.getBytes(US_ASCII), info), length);
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HMAC"));
        return mac.doFinal(message);
    }
}
