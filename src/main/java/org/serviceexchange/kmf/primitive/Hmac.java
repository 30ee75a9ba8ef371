package org.serviceexchange.kmf.primitive;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 (RFC 2104, FIPS 180-4).
 *
 * <p>Security guarantees: A tag has 32 bytes and is never truncated. Tags are compared in constant time.
 */
public final class Hmac {

    private Hmac() {}

    /** The tag of the data, 32 bytes. */
    public static byte[] sha256(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256", "SunJCE");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA256.", e);
        }
    }

    /** Throws unless this is the tag of the data under the key. */
    public static void verify(byte[] key, byte[] data, byte[] tag) throws GeneralSecurityException {
        if (!MessageDigest.isEqual(sha256(key, data), tag)) {
            throw new GeneralSecurityException("HMAC-SHA256 does not verify");
        }
    }
}
