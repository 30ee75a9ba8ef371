package org.serviceexchange.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.serviceexchange.kmf.Sealing;

/** Fake sealing for tests: opens only for the same purpose and id. */
final class TestSealing implements Sealing {

    @Override
    public byte[] seal(String purpose, String id, byte[] value) {
        byte[] label = (purpose + "|" + id + "|").getBytes(UTF_8);
        byte[] sealed = Arrays.copyOf(label, label.length + value.length);
        for (int i = 0; i < value.length; i++) {
            sealed[label.length + i] = (byte) (value[i] ^ 0x5a);
        }
        return sealed;
    }

    @Override
    public byte[] open(String purpose, String id, byte[] sealed) {
        byte[] label = (purpose + "|" + id + "|").getBytes(UTF_8);
        if (!Arrays.equals(label, Arrays.copyOf(sealed, label.length))) {
            throw new IllegalStateException("sealed elsewhere");
        }
        byte[] value = Arrays.copyOfRange(sealed, label.length, sealed.length);
        for (int i = 0; i < value.length; i++) {
            value[i] ^= 0x5a;
        }
        return value;
    }
}
