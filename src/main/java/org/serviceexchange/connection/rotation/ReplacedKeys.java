package org.serviceexchange.connection.rotation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.kmf.primitive.Hkdf;
import org.serviceexchange.kmf.primitive.PreSharedKey;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.stereotype.Component;

/**
 * The pre-shared key of a rotation, derived from both directions of the keys that are replaced. Connections of every
 * version have these on both sides; the resumption secret of the first exchange is kept by the consumer only.
 */
@Component
public class ReplacedKeys {

    private static final byte[] PURPOSE = "SX-1 rotation psk\0".getBytes(US_ASCII);

    private final ModuleKeys keys;

    public ReplacedKeys(ModuleKeys keys) {
        this.keys = keys;
    }

    /** The pre-shared key of the keys of this id; the id itself is the id of the pre-shared key. */
    public PreSharedKey of(LivingConnection connection, String keyId) {
        byte[] id = keyId.getBytes(US_ASCII);
        byte[] secret = keys.use(
                connection.number(),
                ConnectionSide.CONSUMER.sends(),
                keyId,
                toProvider -> keys.use(
                        connection.number(),
                        ConnectionSide.PROVIDER.sends(),
                        keyId,
                        toConsumer -> derive(toProvider, toConsumer, id)));
        return new PreSharedKey(secret, id);
    }

    /** HKDF-SHA256 over both keys; its info is a fixed text and the key id. */
    static byte[] derive(byte[] consumerToProvider, byte[] providerToConsumer, byte[] keyId) {
        byte[] both = ByteBuffer.allocate(consumerToProvider.length + providerToConsumer.length)
                .put(consumerToProvider)
                .put(providerToConsumer)
                .array();
        byte[] info = ByteBuffer.allocate(PURPOSE.length + keyId.length)
                .put(PURPOSE)
                .put(keyId)
                .array();
        try {
            return Hkdf.sha256(both, info);
        } finally {
            Arrays.fill(both, (byte) 0);
        }
    }
}
