package org.serviceexchange.consumer.keyexchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.serviceexchange.connection.heartbeat.FollowedConnection;
import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.consumer.ConsumerWorld;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.PinnedProvider;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.state.ConnectionRecords;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.protocol.TestKeys;

/** Everything that a consumer does with a live connection goes to the provider's new address once it has moved. */
class MovedProvidersTest {

    private final ConsumerWorld world = new ConsumerWorld(mock());
    private final Heartbeats heartbeats = mock();
    private final LivingProviders live = new LivingProviders(
            world.connections,
            mock(),
            new TestKeys("consumer"),
            ConsumerWorld.own("https://consumer.example.com", InstanceSettings.Mode.STANDARD),
            heartbeats,
            mock());
    private final MovedProviders moved = new MovedProviders(world.connections, live);

    @BeforeEach
    void aLiveConnection() {
        ProviderConnection connection = TestConnections.withKeys();
        connection.probeReceived(TestConnections.KEY_ID);
        connection.probeSent(TestConnections.KEY_ID);
        world.connections.save(connection);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://moved.example.com", "https://moved.example.com/exchange"})
    void everyCallGoesToTheNewAddress(String address) {
        moved.moved(TestConnections.NUMBER, address);

        ProviderConnection connection = world.connection();
        assertThat(connection.state()).isEqualTo(ConnectionState.ONBOARDED);
        PinnedProvider pinned = connection.pinnedProvider();
        assertThat(pinned)
                .usingRecursiveComparison()
                .as("party, issuer and all endpoints, and nothing else")
                .isEqualTo(TestConnections.provider(address, "client-1"));

        ArgumentCaptor<FollowedConnection> followed = ArgumentCaptor.forClass(FollowedConnection.class);
        verify(heartbeats).follow(followed.capture());
        assertThat(followed.getValue().address()).as("heartbeats").isEqualTo(address);
        LivingConnection living = live.find(TestConnections.NUMBER).orElseThrow();
        assertThat(living.peer().url())
                .as("rotations, announcements, heartbeats that failed, and questions who the other side is")
                .isEqualTo(address);
        assertThat(living.probes()).as("probes").isEqualTo(URI.create(address + "/sx/v1/probes"));
        assertThat(new ConnectionRecords(world.connections, mock(), mock(), mock())
                        .addressee(TestConnections.NUMBER)
                        .orElseThrow()
                        .url())
                .as("questions about states")
                .isEqualTo(address);
    }

    @Test
    void movesTwice() {
        moved.moved(TestConnections.NUMBER, "https://moved.example.com/exchange");
        moved.moved(TestConnections.NUMBER, "https://again.example.com");
        assertThat(world.connection().pinnedProvider())
                .usingRecursiveComparison()
                .isEqualTo(TestConnections.provider("https://again.example.com", "client-1"));
    }

    @Test
    void isForLiveConnectionsOnly() {
        world.connections.save(TestConnections.withKeys());
        assertThatThrownBy(() -> moved.moved(TestConnections.NUMBER, "https://moved.example.com"))
                .isInstanceOf(Problem.class);
    }
}
