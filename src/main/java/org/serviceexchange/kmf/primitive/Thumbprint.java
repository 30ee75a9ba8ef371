package org.serviceexchange.kmf.primitive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** SHA-256 (FIPS 180-4) of a public key, base64url without padding, 43 characters: how peers identify an instance. */
public final class Thumbprint {

    private Thumbprint() {}

    /** The thumbprint of exactly these bytes, without decoding them. */
    public static String of(byte[] publicKey) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(publicKey));
    }

    /** SHA-256 over the concatenation of the parts, 32 bytes. */
    public static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }
}
