package org.serviceexchange.connection.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.MovableClock;
import org.serviceexchange.connection.state.Inquiries.PeerVersion;
import org.serviceexchange.journey.Await;
import org.serviceexchange.platform.problem.NotYetDue;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.serviceexchange.protocol.wire.ConnectionSide;

class PeerQuestionsTest {

    private static final String NUMBER = "REG0001001";
    private static final ConnectionSide SIDE = ConnectionSide.PROVIDER;

    private final MemoryInquiries inquiries = new MemoryInquiries();
    private final AskPeer askPeer = mock();
    private final QuestionThreads threads = new QuestionThreads();
    private final MovableClock clock = MovableClock.standing();
    private final PeerQuestions questions = new PeerQuestions(inquiries, askPeer, mock(), threads, clock);

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void keepsATimerWaitingUntilThePeerWasAskedOnce() {
        when(askPeer.ask(any(), anyString(), any())).thenThrow(new Problem(ProblemCode.PEER_UNREACHABLE, "peer"));
        Instant expired = clock.instant();
        assertThatThrownBy(() -> questions.beforeGivingUp(SIDE, NUMBER, expired))
                .isInstanceOf(NotYetDue.class);
        verify(askPeer, timeout(60_000).atLeastOnce()).ask(SIDE, NUMBER, null);
        Await.until("the question was remembered", () -> passes(expired));
    }

    private boolean passes(Instant since) {
        try {
            questions.beforeGivingUp(SIDE, NUMBER, since);
            return true;
        } catch (NotYetDue early) {
            return false;
        }
    }

    @Test
    void letsATimerGoOnAfterAnAnswer() {
        Instant expired = clock.instant();
        inquiries.heard(
                SIDE,
                NUMBER,
                new Inquiries.Heard(
                        new PeerVersion(1, 0), PeerState.UNKNOWN, PeerReason.NONE, NextActor.NOBODY, expired),
                null);
        assertThatCode(() -> questions.beforeGivingUp(SIDE, NUMBER, expired)).doesNotThrowAnyException();
    }

    @Test
    void asksAgainLaterWhatWasNotAnswered() {
        when(askPeer.ask(any(), anyString(), any())).thenThrow(new Problem(ProblemCode.PEER_UNREACHABLE, "peer"));
        inquiries.tell(SIDE, NUMBER);
        questions.askDue();
        Await.until(
                "the failure is counted",
                () -> inquiries.due(Instant.MAX, 1).stream().anyMatch(due -> due.tries() == 1));
        assertThat(inquiries.due(clock.instant().plusSeconds(19), 1)).isEmpty();
        assertThat(inquiries.due(clock.instant().plusSeconds(24), 1)).hasSize(1);
    }

    @Test
    void leavesAPeerOfVersion1Alone() {
        when(askPeer.ask(any(), anyString(), any()))
                .thenThrow(new PeerProblem(404, "SX-9002", List.of(), false, "", null));
        inquiries.tell(SIDE, NUMBER);
        questions.askDue();
        verify(askPeer, timeout(60_000)).ask(eq(SIDE), eq(NUMBER), any());
        Await.until("nothing is due", () -> inquiries.due(Instant.MAX, 1).isEmpty());
    }

    @Test
    void asksWhenSomebodyHasWatchedForAMinute() {
        questions.watched(SIDE, NUMBER);
        clock.move(Duration.ofSeconds(61));
        questions.watched(SIDE, NUMBER);
        questions.watched(SIDE, NUMBER);
        verify(askPeer, timeout(60_000).times(1)).ask(eq(SIDE), eq(NUMBER), isNull());
    }

    @Test
    void growsItsPausesAndEndsAfterThirtyDays() {
        assertThat(Pauses.after(0, 0)).isEqualTo(Duration.ofSeconds(20));
        assertThat(Pauses.after(3, 0)).isEqualTo(Duration.ofMinutes(5));
        assertThat(Pauses.after(500, 1)).isEqualTo(Duration.ofMinutes(12));
        assertThat(Pauses.after(1008, 0)).isEqualTo(Duration.ofHours(1));
        assertThat(Pauses.after(1008 + 23 * 24, 0)).isNull();
    }
}
