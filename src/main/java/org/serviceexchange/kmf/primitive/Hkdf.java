package org.serviceexchange.kmf.primitive;

import java.util.Arrays;

/** HKDF-SHA256 (RFC 5869) without a salt. */
public final class Hkdf {

    /** Length in bytes of what is derived: one block, so that {@link #sha256} needs no counter. */
    public static final int LENGTH = 32;

    private static final byte[] NO_SALT = new byte[LENGTH];

    private Hkdf() {}

    /** Derives {@value #LENGTH} bytes from secret input for the purpose that {@code info} names. */
    public static byte[] sha256(byte[] input, byte[] info) {
        byte[] extracted = Hmac.sha256(NO_SALT, input);
        byte[] block = Arrays.copyOf(info, info.length + 1);
        block[info.length] = 1;
        try {
            return Hmac.sha256(extracted, block);
        } finally {
            Arrays.fill(extracted, (byte) 0);
        }
    }
}
