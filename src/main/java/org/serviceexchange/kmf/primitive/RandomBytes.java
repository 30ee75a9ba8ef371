package org.serviceexchange.kmf.primitive;

import java.security.SecureRandom;

/** The one random source of keys, nonces and secrets: the operating system's generator. */
public final class RandomBytes {

    private static final SecureRandom SOURCE = new SecureRandom();

    private RandomBytes() {}

    /** Fresh random bytes. */
    public static byte[] of(int length) {
        byte[] bytes = new byte[length];
        SOURCE.nextBytes(bytes);
        return bytes;
    }

    /** The generator itself, for libraries that draw on their own. */
    public static SecureRandom source() {
        return SOURCE;
    }
}
