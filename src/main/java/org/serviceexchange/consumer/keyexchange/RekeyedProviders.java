package org.serviceexchange.consumer.keyexchange;

import org.serviceexchange.connection.signature.PeerKeys;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.Party;
import org.springframework.stereotype.Service;

/** Providers of live connections that have another signature key, which is pinned from then on. */
@Service
class RekeyedProviders implements PeerKeys {

    private final ProviderConnections connections;

    RekeyedProviders(ProviderConnections connections) {
        this.connections = connections;
    }

    @Override
    public ConnectionSide side() {
        return ConnectionSide.CONSUMER;
    }

    @Override
    public void replaced(String number, byte[] signatureKey) {
        ProviderConnection connection = connections.lock(number);
        connection.proved(new Party(connection.pinnedProvider().party().url(), signatureKey));
        connections.save(connection);
    }
}
