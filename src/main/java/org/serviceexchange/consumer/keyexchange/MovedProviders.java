package org.serviceexchange.consumer.keyexchange;

import org.serviceexchange.connection.address.PeerAddresses;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.Party;
import org.springframework.stereotype.Service;

/** Providers of live connections that have moved: everything that was pinned below their former address is below the new one. */
@Service
public class MovedProviders implements PeerAddresses {

    private final ProviderConnections connections;
    private final LivingProviders live;

    public MovedProviders(ProviderConnections connections, LivingProviders live) {
        this.connections = connections;
        this.live = live;
    }

    @Override
    public ConnectionSide side() {
        return ConnectionSide.CONSUMER;
    }

    @Override
    public void moved(String number, String address) {
        ProviderConnection connection = connections.lock(number);
        connection.proved(new Party(address, connection.pinnedProvider().party().signatureKey()));
        connections.save(connection);
        live.follow(connection);
    }
}
