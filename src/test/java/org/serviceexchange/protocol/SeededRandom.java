package org.serviceexchange.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.serviceexchange.kmf.primitive.Thumbprint;

/** Deterministic random bytes for examples: SHA-256 over a seed and a counter. */
public final class SeededRandom extends SecureRandom {

    private final transient byte[] seed;
    private long block;

    public SeededRandom(String seed) {
        this.seed = seed.getBytes(UTF_8);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        for (int at = 0; at < bytes.length; at += 32) {
            byte[] next = Thumbprint.sha256(
                    seed, ByteBuffer.allocate(8).putLong(block++).array());
            System.arraycopy(next, 0, bytes, at, Math.min(32, bytes.length - at));
        }
    }
}
