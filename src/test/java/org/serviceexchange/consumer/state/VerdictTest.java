package org.serviceexchange.consumer.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceexchange.connection.state.PeerPhase.ACTIVATION;
import static org.serviceexchange.connection.state.PeerPhase.AUTHORIZATION;
import static org.serviceexchange.connection.state.PeerPhase.CLAIM;
import static org.serviceexchange.connection.state.PeerPhase.KEY_EXCHANGE;
import static org.serviceexchange.connection.state.PeerState.CLOSED;
import static org.serviceexchange.connection.state.PeerState.COMPLETE;
import static org.serviceexchange.connection.state.PeerState.OPEN;
import static org.serviceexchange.connection.state.PeerState.SUSPENDED;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.connection.state.PeerPhase;
import org.serviceexchange.connection.state.StateFacts;
import org.serviceexchange.connection.state.TestFacts;

/** Each row of the consumer's table in docs/protocol.md, section 13. */
class VerdictTest {

    private static final StateFacts CLAIMING = TestFacts.of(OPEN, CLAIM, "");
    private static final StateFacts WAITING = TestFacts.of(OPEN, AUTHORIZATION, "");
    private static final StateFacts AGREEING = TestFacts.of(OPEN, KEY_EXCHANGE, "");
    private static final StateFacts ACTIVATING = TestFacts.of(OPEN, ACTIVATION, "key");
    private static final StateFacts LIVE = TestFacts.of(COMPLETE, PeerPhase.NONE, "key");
    private static final List<StateFacts> ALL = List.of(CLAIMING, WAITING, AGREEING, ACTIVATING, LIVE);

    static Stream<Arguments> rows() {
        StateFacts closed = TestFacts.of(CLOSED, PeerPhase.NONE, "");
        StateFacts unclaimed = TestFacts.of(OPEN, PeerPhase.INVITATION, "", "");
        StateFacts suspendedOther = TestFacts.of(SUSPENDED, AUTHORIZATION, "client-2", "");
        StateFacts otherLive = TestFacts.of(COMPLETE, PeerPhase.NONE, "client-2", "key");
        StateFacts live = TestFacts.of(COMPLETE, PeerPhase.NONE, "key");
        StateFacts liveOtherKeys = TestFacts.of(COMPLETE, PeerPhase.NONE, "other");
        return Stream.of(
                row(
                        List.of(CLAIMING, WAITING, AGREEING, ACTIVATING),
                        StateFacts.unknown(),
                        Verdict.Kind.END,
                        "lostAtProvider"),
                row(List.of(LIVE), StateFacts.unknown(), Verdict.Kind.WARN, "lostAtProvider"),
                row(ALL, closed, Verdict.Kind.END, "closedByProvider"),
                row(List.of(CLAIMING, WAITING), unclaimed, Verdict.Kind.WARN, "newLink"),
                row(List.of(CLAIMING, WAITING), suspendedOther, Verdict.Kind.WARN, "newLink"),
                row(List.of(AGREEING, ACTIVATING, LIVE), unclaimed, Verdict.Kind.END, "newLink"),
                row(List.of(AGREEING, ACTIVATING, LIVE), suspendedOther, Verdict.Kind.END, "newLink"),
                row(List.of(ACTIVATING, LIVE), TestFacts.of(OPEN, KEY_EXCHANGE, ""), Verdict.Kind.END, "keysLost"),
                row(List.of(ACTIVATING, LIVE), TestFacts.of(OPEN, ACTIVATION, "other"), Verdict.Kind.END, "keysLost"),
                row(
                        List.of(CLAIMING, WAITING),
                        TestFacts.of(SUSPENDED, AUTHORIZATION, ""),
                        Verdict.Kind.WARN,
                        "suspended"),
                row(
                        List.of(AGREEING, ACTIVATING, LIVE),
                        TestFacts.of(SUSPENDED, ACTIVATION, "key"),
                        Verdict.Kind.NONE,
                        ""),
                row(ALL, otherLive, Verdict.Kind.END, "newLink"),
                row(List.of(CLAIMING, WAITING), live, Verdict.Kind.END, "keysLostHere"),
                row(List.of(AGREEING), live, Verdict.Kind.NONE, ""),
                row(List.of(ACTIVATING), liveOtherKeys, Verdict.Kind.END, "keysLost"),
                row(List.of(LIVE), liveOtherKeys, Verdict.Kind.NEW_KEYS, "keysLost"),
                row(List.of(ACTIVATING, LIVE), live, Verdict.Kind.NONE, ""),
                row(List.of(AGREEING, WAITING), TestFacts.of(OPEN, AUTHORIZATION, ""), Verdict.Kind.NONE, ""));
    }

    private static Arguments row(List<StateFacts> own, StateFacts said, Verdict.Kind kind, String reason) {
        return Arguments.of(own, said, kind, reason);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void followsFromWhatTheProviderSays(List<StateFacts> own, StateFacts said, Verdict.Kind kind, String reason) {
        for (StateFacts one : own) {
            Verdict verdict = Verdict.of(one, said);
            assertThat(verdict.kind()).as("%s", one).isEqualTo(kind);
            if (kind != Verdict.Kind.NONE) {
                assertThat(verdict.reason().key()).isEqualTo("consumer.reason." + reason);
            }
        }
    }
}
