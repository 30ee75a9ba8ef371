package org.serviceexchange.connection.offboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.Guarantee;
import org.serviceexchange.connection.heartbeat.HeartbeatRows;
import org.serviceexchange.connection.life.ConnectionLife;
import org.serviceexchange.connection.rotation.KeySet;
import org.serviceexchange.connection.rotation.KeySets;
import org.serviceexchange.connection.state.PeerReason;
import org.serviceexchange.connection.state.PeerState;
import org.serviceexchange.connection.state.Standing;
import org.serviceexchange.connection.state.StateFacts;
import org.serviceexchange.connection.suspension.Suspensions;
import org.serviceexchange.consumer.ConsumerWorld;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.consumer.closing.OffBoardedProviders;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.state.AdoptProviderState;
import org.serviceexchange.consumer.state.ConnectionRecords;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.MemoryRegistrations;
import org.serviceexchange.provider.TestProviderSettings;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.authorization.Grants;
import org.serviceexchange.provider.closing.CloseRegistration;
import org.serviceexchange.provider.closing.OffBoardedConsumers;
import org.serviceexchange.provider.keyexchange.AbandonedKeys;
import org.serviceexchange.provider.registration.Counterpart.Departure;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.state.AdoptConsumerState;
import org.serviceexchange.provider.state.RegistrationRecords;

/** Off-boarding from either side, with both sides' aggregates and the rules by which each adopts the other's state. */
class OffBoardingTest {

    private static final String CCN = "CCN0001001";
    private static final OffBoardingOrder ORDER = new OffBoardingOrder(" The contract ended. ");

    private final MemoryRegistrations registrations = new MemoryRegistrations();
    private final ConsumerWorld world = new ConsumerWorld(mock());
    private final ModuleKeys keys = mock();
    private final KeySets keySets = mock();
    private final HeartbeatRows heartbeats = mock();
    private final Suspensions suspensions = mock();
    private final ConnectionLife life = mock();
    private final Grants grants = mock();
    private final Journal journal = mock();
    private final List<String> notes = new ArrayList<>();
    private final CloseRegistration close = new CloseRegistration(
            registrations,
            new EndConnection(keys, keySets, heartbeats, suspensions, life),
            grants,
            journal,
            TestProviderSettings.valid(),
            (side, number, since) -> {},
            Clock.fixed(TestRegistrations.NOW, ZoneOffset.UTC));
    private final OffBoardConnection offBoard = new OffBoardConnection(
            List.of(
                    new OffBoardedConsumers(registrations, close),
                    new OffBoardedProviders(world.connections, world.closeConnection)),
            journal);
    private final RegistrationRecords atProvider = new RegistrationRecords(
            registrations,
            new AdoptConsumerState(registrations, new AbandonedKeys(keys), close, mock(), journal),
            mock());
    private final ConnectionRecords atConsumer = new ConnectionRecords(
            world.connections,
            new AdoptProviderState(world.connections, mock(), world.closeConnection, mock(), journal),
            keySets,
            mock());

    @BeforeEach
    void bothLive() {
        doAnswer(call -> notes.add(call.getArgument(0) + " " + call.getArgument(1) + ": "
                        + call.<LocalizedMessage>getArgument(2).inDefault()))
                .when(journal)
                .workNote(anyString(), anyString(), any(LocalizedMessage.class));
        doAnswer(call -> notes.add(call.getArgument(0) + " "
                        + call.<Author>getArgument(1).actor() + ": "
                        + call.<LocalizedMessage>getArgument(2).inDefault()))
                .when(journal)
                .workNote(anyString(), any(Author.class), any(LocalizedMessage.class));
        Registration registration = TestRegistrations.probed();
        registration.activate();
        registrations.add(registration);
        ProviderConnection connection = TestConnections.withKeys();
        connection.probeReceived(TestConnections.KEY_ID);
        connection.probeSent(TestConnections.KEY_ID);
        world.connections.save(connection);
        world.moduleKeys.put(TestConnections.NUMBER + " oauth-client", new byte[] {1});
        world.moduleKeys.put(TestConnections.NUMBER + " consumer-to-provider", new byte[] {1});
    }

    @Test
    void endsEverythingThatTheProviderHasOfAConnection() {
        when(keySets.of(CCN)).thenReturn(List.of(new KeySet("older", CCN, Instant.EPOCH, null, null)));
        offBoard(ConnectionSide.PROVIDER, ORDER);

        Registration registration = registration();
        assertThat(registration.state()).isEqualTo(RegistrationState.OFF_BOARDED);
        assertThat(registration.snapshot().label().inDefault()).isEqualTo("Off-boarded: ended here");
        assertThat(registration.snapshot().label().in(Locale.GERMAN)).isEqualTo("Off-Boarding erfolgt: hier beendet");
        assertThat(registration.claim()).isEmpty();
        assertThat(registration.link()).isEmpty();
        assertThat(registration.connection()).as("for messages").isEmpty();
        assertThat(registration.snapshot().connection().number())
                .as("as evidence")
                .isEqualTo(CCN);
        verify(keys).destroyAll(CCN);
        verify(keySets).delete("older");
        verify(heartbeats).remove(CCN);
        verify(suspensions).remove(CCN);
        verify(life).ended(CCN);
        verify(grants).removeOf("client-thumbprint");
        assertThat(notes)
                .containsExactly(
                        "REG0001001 ada: Off-boarded. Reason: The contract ended.",
                        "REG0001001 system: The connection was ended here. Its keys are destroyed; the OAuth client and"
                                + " the tokens of the consumer are gone. The consumer is told.");
    }

    @Guarantee(
            of = EndConnection.class,
            says = "No key of an ended connection is left: neither those in use, nor replaced or agreed ones, nor the"
                    + " key of its OAuth client.")
    @Test
    void endsEverythingThatTheConsumerHasOfAConnection() {
        offBoard(ConnectionSide.CONSUMER, ORDER);

        ProviderConnection connection = world.connection();
        assertThat(connection.state()).isEqualTo(ConnectionState.OFF_BOARDED);
        assertThat(connection.state().label().inDefault()).isEqualTo("Off-boarded");
        assertThat(connection.keys()).isEmpty();
        assertThat(world.moduleKeys).isEmpty();
        verify(world.heartbeatRows).remove(TestConnections.NUMBER);
        verify(world.life).ended(TestConnections.NUMBER);
        assertThat(notes).containsExactly("PCN0001001 ada: Off-boarded. Reason: The contract ended.");
        assertThat(world.journal)
                .containsExactly("system: Off-boarded: an admin of this instance off-boarded the connection.");
    }

    @ParameterizedTest
    @EnumSource
    void hasNoEffectASecondTime(ConnectionSide side) {
        offBoard(side, ORDER);
        long version = side == ConnectionSide.PROVIDER
                ? registrations.version(TestRegistrations.NUMBER)
                : world.connections.version(TestConnections.NUMBER);
        offBoard(side, ORDER);
        assertThat(
                        side == ConnectionSide.PROVIDER
                                ? registrations.version(TestRegistrations.NUMBER)
                                : world.connections.version(TestConnections.NUMBER))
                .isEqualTo(version);
        assertThat(notes).containsOnlyOnce(number(side) + " ada: Off-boarded. Reason: The contract ended.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void needsAReason(String reason) {
        for (ConnectionSide side : ConnectionSide.values()) {
            assertThatThrownBy(() -> offBoard(side, new OffBoardingOrder(reason)))
                    .isInstanceOfSatisfying(
                            Problem.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.INPUT_INVALID));
        }
        assertThat(registration().state()).isEqualTo(RegistrationState.CLOSED_COMPLETE);
        assertThat(world.connection().state()).isEqualTo(ConnectionState.ONBOARDED);
        assertThat(notes).isEmpty();
    }

    @Test
    void isForLiveConnectionsOnly() {
        registrations.save(TestRegistrations.keyed());
        world.connections.save(TestConnections.withKeys());
        assertThatThrownBy(() -> offBoard(ConnectionSide.PROVIDER, ORDER))
                .hasMessage("The registration REG0001001 has no live connection that could be off-boarded; its state is"
                        + " Open. Open its page. What has not been completed can be cancelled there.");
        assertThatThrownBy(() -> offBoard(ConnectionSide.CONSUMER, ORDER))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refused -> assertThat(refused.code()).isEqualTo(ProblemCode.CONNECTION_NOT_THERE_YET));
        verifyNoMoreInteractions(keys, life);
    }

    @Test
    void saysThatTheConsumerHadLostIt() {
        Registration registration = registration();
        registration.departed(Departure.LOST);
        registrations.save(registration);
        offBoard(ConnectionSide.PROVIDER, ORDER);
        assertThat(registration().snapshot().label().inDefault()).isEqualTo("Off-boarded: lost at consumer");
    }

    @Test
    void letsTheSameTwoConnectAgain() {
        Registration live = registration();
        assertThat(registrations.occupying("acme", TestRegistrations.URL)).isPresent();
        assertThat(live.state().over()).isFalse();
        offBoard(ConnectionSide.PROVIDER, ORDER);
        assertThat(registrations.occupying("acme", TestRegistrations.URL)).isEmpty();
        offBoard(ConnectionSide.CONSUMER, ORDER);
        assertThat(world.connections.lockOpen(TestConnections.PIN, TestConnections.REGISTRATION))
                .isEmpty();
    }

    // ---- The other side

    @Test
    void theConsumerClosesByItselfAndConfirms() {
        offBoard(ConnectionSide.PROVIDER, ORDER);
        Standing said = atProvider
                .standing("thumbprint", TestRegistrations.NUMBER, false)
                .orElseThrow();
        assertThat(said.facts().state()).isEqualTo(PeerState.CLOSED);
        assertThat(said.facts().reason()).isEqualTo(PeerReason.OFF_BOARDED);
        assertThat(said.facts().claim()).isEmpty();
        assertThat(said.listening()).as("until the consumer confirms").isTrue();
        assertThat(atProvider.standing("stranger", TestRegistrations.NUMBER, false))
                .isEmpty();

        atConsumer.adopt(TestConnections.NUMBER, said.facts()).run();
        assertThat(world.connection().state()).isEqualTo(ConnectionState.OFF_BOARDED);
        assertThat(world.moduleKeys).isEmpty();
        assertThat(world.journal)
                .containsExactly("system: Off-boarded: the provider closed its registration (off-boarded).");
        Standing confirmed = atConsumer
                .standing(TestConnections.PIN, TestConnections.REGISTRATION, false)
                .orElseThrow();
        assertThat(confirmed.facts().state()).isEqualTo(PeerState.CLOSED);
        assertThat(confirmed.facts().reason()).isEqualTo(PeerReason.ENDED_BY_PEER);
        atProvider.adopt(TestRegistrations.NUMBER, confirmed.facts()).run();
        assertThat(registration().snapshot().label().inDefault()).isEqualTo("Off-boarded: ended here");
    }

    @Test
    void theProviderClosesByItselfAndConfirms() {
        Registration registration = registration();
        offBoard(ConnectionSide.CONSUMER, ORDER);
        Standing said = atConsumer
                .standing(TestConnections.PIN, TestConnections.REGISTRATION, false)
                .orElseThrow();
        assertThat(said.facts().reason()).isEqualTo(PeerReason.OFF_BOARDED);
        assertThat(said.listening()).as("until the provider confirms").isTrue();

        StateFacts facts =
                claimedBy(said.facts(), registration.claim().orElseThrow().clientId());
        atProvider.adopt(TestRegistrations.NUMBER, facts).run();
        assertThat(registration().snapshot().label().inDefault()).isEqualTo("Off-boarded: ended by consumer");
        verify(keys).destroyAll(CCN);
        verify(life).ended(CCN);
        verify(grants).removeOf("client-thumbprint");
        assertThat(notes)
                .contains("REG0001001 system: The consumer ended the connection. Its keys are destroyed here too.");
        StateFacts confirmed = atProvider
                .standing("thumbprint", TestRegistrations.NUMBER, false)
                .orElseThrow()
                .facts();
        assertThat(confirmed.state()).isEqualTo(PeerState.CLOSED);
        atConsumer.adopt(TestConnections.NUMBER, confirmed).run();
        assertThat(world.connection().snapshot().reason().inDefault())
                .isEqualTo("an admin of this instance off-boarded the connection.");
    }

    private static StateFacts claimedBy(StateFacts said, String client) {
        return new StateFacts(
                said.connection(),
                said.state(),
                said.phase(),
                said.reason(),
                client,
                said.generation(),
                said.keyId(),
                said.version(),
                said.next());
    }

    private void offBoard(ConnectionSide side, OffBoardingOrder order) {
        offBoard.offBoard(side, number(side), "ada", order);
    }

    private static String number(ConnectionSide side) {
        return side == ConnectionSide.PROVIDER ? TestRegistrations.NUMBER : TestConnections.NUMBER;
    }

    private Registration registration() {
        return registrations.find(TestRegistrations.NUMBER).orElseThrow();
    }
}
