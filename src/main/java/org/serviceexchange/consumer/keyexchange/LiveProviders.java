package org.serviceexchange.consumer.keyexchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.serviceexchange.connection.heartbeat.LiveConnection;
import org.serviceexchange.connection.heartbeat.LiveConnections;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.stereotype.Service;

/** The connections to providers that are onboarded. */
@Service
public class LiveProviders implements LiveConnections {

    private final ProviderConnections connections;
    private final Heartbeats heartbeats;

    public LiveProviders(ProviderConnections connections, Heartbeats heartbeats) {
        this.connections = connections;
        this.heartbeats = heartbeats;
    }

    @Override
    public ConnectionSide side() {
        return ConnectionSide.CONSUMER;
    }

    @Override
    public Optional<LiveConnection> ofSubject(String subject) {
        return connections.find(subject).flatMap(LiveProviders::live);
    }

    @Override
    public Optional<LiveConnection> ofKey(String keyId) {
        return connections.ofKeyId(keyId).flatMap(LiveProviders::live);
    }

    @Override
    public Map<String, Long> versions(List<String> subjects) {
        return connections.versions(subjects);
    }

    /** Sends heartbeats for this connection from now on, if both directions are proved. */
    void follow(ProviderConnection connection) {
        live(connection).ifPresent(heartbeats::follow);
    }

    private static Optional<LiveConnection> live(ProviderConnection connection) {
        return connection
                .keys()
                .filter(keys -> connection.state() == ConnectionState.ONBOARDED)
                .map(keys -> new LiveConnection(
                        connection.number(),
                        ConnectionSide.CONSUMER,
                        connection.invitation().registration(),
                        keys.keyId(),
                        connection.pinnedProvider().party().url()));
    }
}
