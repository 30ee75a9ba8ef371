package org.serviceexchange.consumer.keyexchange;

import java.util.Arrays;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.protocol.handshake.ConnectionKeys;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.stereotype.Component;

/** The keys of a connection in the KMF, with the connection's number as their module. */
@Component
public class KeyRing {

    /** Reserved, not used yet: kept so that connections of today can attach again once both sides know how. */
    static final String RESUMPTION = "resumption";

    static final String ALGORITHM = "AES-256-GCM";

    private final ModuleKeys keys;

    public KeyRing(ModuleKeys keys) {
        this.keys = keys;
    }

    /** Imports the keys into the KMF and wipes the copies; each direction becomes Active with its first probe. */
    void keep(String number, ConnectionKeys agreed) {
        add(number, ConnectionSide.CONSUMER.sends(), agreed.keyId(), agreed.consumerToProvider());
        add(number, ConnectionSide.CONSUMER.receives(), agreed.keyId(), agreed.providerToConsumer());
        add(number, RESUMPTION, agreed.keyId(), agreed.resumption());
    }

    /** Activates the outbound key: the provider verified our probe. */
    void activateOutbound(String number, String keyId) {
        keys.activate(number, ConnectionSide.CONSUMER.sends(), keyId);
    }

    /** Activates the inbound key: we verified the provider's probe. */
    void activateInbound(String number, String keyId) {
        keys.activate(number, ConnectionSide.CONSUMER.receives(), keyId);
    }

    private void add(String number, String purpose, String keyId, byte[] key) {
        keys.add(number, purpose, ALGORITHM, keyId, key);
        Arrays.fill(key, (byte) 0);
    }
}
