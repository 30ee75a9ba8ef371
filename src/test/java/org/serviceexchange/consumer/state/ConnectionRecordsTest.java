package org.serviceexchange.consumer.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.serviceexchange.MovableClock;
import org.serviceexchange.connection.signature.FormerPeerKeys;
import org.serviceexchange.connection.signature.store.TestKeyTables;
import org.serviceexchange.connection.state.PeerReason;
import org.serviceexchange.connection.state.PeerState;
import org.serviceexchange.connection.state.Standing;
import org.serviceexchange.consumer.InMemoryProviderConnections;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.consumer.connection.Invitation;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.kmf.primitive.Thumbprint;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.TestKeys;
import org.serviceexchange.protocol.wire.Party;

class ConnectionRecordsTest {

    private static final String OLDER = "PCN0001001";
    private static final String NEWER = "PCN0001002";
    private static final String FORMER = TestConnections.PIN;
    private static final byte[] NEW_KEY = new TestKeys("provider").signaturePublicKey();

    private final InMemoryProviderConnections connections = new InMemoryProviderConnections();
    private final FormerPeerKeys former =
            new TestKeyTables(UUID.randomUUID().toString(), MovableClock.standing()).former();
    private final ConnectionRecords records = new ConnectionRecords(connections, mock(), mock(), former);

    private static ProviderConnection onboarded() {
        ProviderConnection connection = TestConnections.withKeys();
        connection.probeReceived(TestConnections.KEY_ID);
        connection.probeSent(TestConnections.KEY_ID);
        return connection;
    }

    private void add(String number, ProviderConnection model) {
        connections.add(TestConnections.like(
                model,
                new Invitation(
                        number,
                        TestConnections.REGISTRATION,
                        URI.create(TestConnections.BASE),
                        FORMER,
                        "ada",
                        TestConnections.NOW)));
    }

    private void closedAndLater(ProviderConnection later) {
        ProviderConnection closed = TestConnections.claiming();
        closed.close(LocalizedMessage.of("consumer.reason.cancelled"));
        add(OLDER, closed);
        add(NEWER, later);
    }

    private void rekeyed(String number) {
        ProviderConnection connection = connections.lock(number);
        connection.proved(new Party(TestConnections.BASE, NEW_KEY));
        connections.save(connection);
        former.replaced(TestConnections.REGISTRATION, FORMER, number, TestConnections.NOW);
    }

    private Standing asked(String pin) {
        return records.standing(pin, TestConnections.REGISTRATION, false).orElseThrow();
    }

    @Test
    void whoAsksUnderAFormerKeyIsToldOfTheLaterConnectionAndNotOfAClosedOne() {
        closedAndLater(onboarded());
        rekeyed(NEWER);
        former.replaced(TestConnections.REGISTRATION, FORMER, TestConnections.REGISTRATION, TestConnections.NOW);
        assertThat(asked(FORMER).number()).isEqualTo(NEWER);
        assertThat(asked(FORMER).facts().state()).isNotEqualTo(PeerState.CLOSED);
        assertThat(asked(Thumbprint.of(NEW_KEY)).number()).isEqualTo(NEWER);
    }

    @Test
    void aLaterConnectionThatStillHasTheKeyComesBeforeAnEarlierOneThatHadIt() {
        add(OLDER, onboarded());
        rekeyed(OLDER);
        add(NEWER, onboarded());
        assertThat(asked(FORMER).number()).isEqualTo(NEWER);
        ProviderConnection later = TestConnections.claiming();
        later.close(LocalizedMessage.of("consumer.reason.cancelled"));
        add(NEWER, later);
        assertThat(asked(FORMER).number()).isEqualTo(NEWER);
    }

    @Test
    void aConnectionThatPeopleHereDoNotApproveIsCancelledByThem() {
        for (String reason : List.of("notApproved", "notApprovedInTime")) {
            ProviderConnection closed = TestConnections.claimed();
            closed.close(LocalizedMessage.of("consumer.reason." + reason, "Legal"));
            assertThat(ConnectionFacts.of(closed, 1).reason()).as(reason).isEqualTo(PeerReason.CANCELLED);
        }
    }

    @Test
    void aClaimMayHaveBeenHeardAlthoughItWasNotAnswered() {
        add(OLDER, TestConnections.claiming());
        assertThat(records.inProgress(9)).isEmpty();
        assertThat(records.begun(9)).isEqualTo(List.of(OLDER));
    }
}
