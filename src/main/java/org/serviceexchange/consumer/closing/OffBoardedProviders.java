package org.serviceexchange.consumer.closing;

import java.util.Optional;
import org.serviceexchange.connection.offboarding.OffBoardedRecords;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.PinnedProvider;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.stereotype.Service;

/** The onboarded connections to providers, which an admin of the consumer can off-board. */
@Service
public class OffBoardedProviders implements OffBoardedRecords {

    private final ProviderConnections connections;
    private final CloseConnection closeConnection;

    public OffBoardedProviders(ProviderConnections connections, CloseConnection closeConnection) {
        this.connections = connections;
        this.closeConnection = closeConnection;
    }

    @Override
    public ConnectionSide side() {
        return ConnectionSide.CONSUMER;
    }

    @Override
    public Optional<String> peer(String number) {
        return connections
                .find(number)
                .filter(connection -> connection.state() == ConnectionState.ONBOARDED)
                .flatMap(connection -> Optional.ofNullable(connection.snapshot().provider()))
                .map(PinnedProvider::name);
    }

    @Override
    public boolean lockLive(String number) {
        ProviderConnection connection = connections.lock(number);
        boolean live = connection.state() == ConnectionState.ONBOARDED;
        if (!live && connection.state() != ConnectionState.OFF_BOARDED) {
            throw connection.notNow();
        }
        return live;
    }

    @Override
    public void end(String number) {
        closeConnection.end(connections.lock(number), LocalizedMessage.of("consumer.reason.offBoarded"));
    }
}
