package org.serviceexchange.protocol.handshake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import org.serviceexchange.kmf.primitive.Hkdf;
import org.serviceexchange.kmf.primitive.PreSharedKey;

/**
 * The pre-shared key of a rotation: HKDF-SHA256 over both directions of the keys that are replaced, whose id is the id of the
 * pre-shared key. Specified in docs/protocol.md, section 11.
 */
public final class RotationPsk {

    private static final byte[] PURPOSE = "SX-1 rotation psk\0".getBytes(US_ASCII);

    private RotationPsk() {}

    public static PreSharedKey of(String keyId, byte[] consumerToProvider, byte[] providerToConsumer) {
        byte[] id = keyId.getBytes(US_ASCII);
        byte[] both = org.bouncycastle.util.Arrays.concatenate(consumerToProvider, providerToConsumer);
        try {
            return new PreSharedKey(Hkdf.sha256(both, org.bouncycastle.util.Arrays.concatenate(PURPOSE, id)), id);
        } finally {
            Arrays.fill(both, (byte) 0);
        }
    }
}
