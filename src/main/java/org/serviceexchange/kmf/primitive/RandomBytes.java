package org.serviceexchange.kmf.primitive;

import java.security.SecureRandom;

/** The only random source for keys, nonces and secrets: the operating system's generator. */
public final class RandomBytes {

    private static final SecureRandom SOURCE = new SecureRandom();

    private RandomBytes() {}

    /** Random bytes; {@code length} is in bytes. */
    public static byte[] of(int length) {
        byte[] bytes = new byte[length];
        SOURCE.nextBytes(bytes);
        return bytes;
    }

    /** The generator itself, for libraries that need a {@link SecureRandom}. */
    public static SecureRandom source() {
        return SOURCE;
    }
}
