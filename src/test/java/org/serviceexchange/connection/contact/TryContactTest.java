package org.serviceexchange.connection.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.MovableClock;
import org.serviceexchange.connection.heartbeat.FollowedConnection;
import org.serviceexchange.connection.heartbeat.HealthHistory;
import org.serviceexchange.connection.heartbeat.HeartbeatRow;
import org.serviceexchange.connection.heartbeat.HeartbeatRows;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.lineage.Incarnation;
import org.serviceexchange.connection.lineage.OwnLine;
import org.serviceexchange.connection.lineage.PeerView;
import org.serviceexchange.connection.state.AskPeer;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.Parties;

class TryContactTest {

    private static final String PCN = "PCN0001001";

    private final MovableClock clock = MovableClock.standing();
    private final ConnectionLookup connections = mock();
    private final AskPeer askPeer = mock();
    private final HeartbeatRows heartbeats = mock();
    private final Alarms alarms = mock();
    private final Journal journal = mock();
    private final List<String> notes = new ArrayList<>();
    private final TryContact tryContact = new TryContact(connections, askPeer, heartbeats, alarms, journal, clock);
    private final HeartbeatRow row = new HeartbeatRow(
            new FollowedConnection(PCN, ConnectionSide.CONSUMER, "REG0001001", "key", "https://peer.example.com"),
            new OwnLine(new Incarnation(1, "own"), 7),
            false,
            new HeartbeatRow.Sent(null, 0, 0, 9, "SX-5002", HealthHistory.EMPTY, Instant.EPOCH),
            new HeartbeatRow.Heard(null, 0, PeerView.NOTHING, new byte[0]));

    @BeforeEach
    void aLiveConnection() {
        Parties parties = mock();
        when(connections.find(PCN))
                .thenReturn(Optional.of(new LivingConnection(
                        PCN, PCN, ConnectionSide.CONSUMER, "key", parties, URI.create("https://peer.example.com"))));
        when(heartbeats.lock(PCN)).thenReturn(Optional.of(row));
        doAnswer(call -> notes.add(call.<LocalizedMessage>getArgument(2).inDefault()))
                .when(journal)
                .workNote(anyString(), any(Author.class), any(LocalizedMessage.class));
    }

    @Test
    void sendsTheNextHeartbeatAtOnceWhenThePeerAnswers() {
        assertThat(tryContact.tryContact(PCN).record()).isTrue();
        verify(askPeer).ask(ConnectionSide.CONSUMER, PCN, null);
        verify(heartbeats).heard(PCN, row.heard(), clock.instant(), true);
        verify(alarms).end(PCN, Alarm.LOST);
        assertThat(notes).containsExactly("The other side answers again. The next heartbeat is sent at once.");
    }

    @Test
    void saysWhyThePeerDoesNotAnswer() {
        when(askPeer.ask(any(), eq(PCN), any()))
                .thenThrow(new Problem(ProblemCode.PEER_UNREACHABLE, "https://peer.example.com"));
        when(alarms.has(PCN, Alarm.LOST)).thenReturn(true);
        assertThat(tryContact.tryContact(PCN).record()).isFalse();
        assertThat(notes)
                .singleElement()
                .asString()
                .startsWith("Tried to reach the other side: ")
                .contains("https://peer.example.com");
        verifyNoInteractions(heartbeats);
        verify(alarms, never()).end(any(), any());

        when(alarms.has(PCN, Alarm.LOST)).thenReturn(false);
        assertThat(tryContact.tryContact(PCN).record())
                .as("a heartbeat was answered meanwhile")
                .isTrue();
    }

    @Test
    void nothingIsLeftToDoWhenTheConnectionIsOver() {
        when(connections.find(PCN)).thenReturn(Optional.empty());
        assertThat(tryContact.tryContact(PCN).record()).isTrue();
        verifyNoInteractions(askPeer, journal);
    }
}
