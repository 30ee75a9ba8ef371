package org.serviceexchange.connection.rotation;

import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.kmf.primitive.PreSharedKey;
import org.serviceexchange.protocol.handshake.RotationPsk;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.stereotype.Component;

/**
 * The pre-shared key of a rotation, from both directions of the keys that are replaced. Connections of every version have
 * these on both sides; the resumption secret of the first exchange is kept by the consumer only.
 */
@Component
public class ReplacedKeys {

    private final ModuleKeys keys;

    public ReplacedKeys(ModuleKeys keys) {
        this.keys = keys;
    }

    /** The pre-shared key of the keys with this id. */
    PreSharedKey of(LivingConnection connection, String keyId) {
        String module = connection.number();
        return keys.use(
                module,
                ConnectionSide.CONSUMER.sends(),
                keyId,
                toProvider -> keys.use(
                        module,
                        ConnectionSide.PROVIDER.sends(),
                        keyId,
                        toConsumer -> RotationPsk.of(keyId, toProvider, toConsumer)));
    }
}
