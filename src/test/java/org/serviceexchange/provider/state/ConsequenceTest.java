package org.serviceexchange.provider.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceexchange.connection.state.PeerPhase.ACTIVATION;
import static org.serviceexchange.connection.state.PeerPhase.AUTHORIZATION;
import static org.serviceexchange.connection.state.PeerPhase.CLAIM;
import static org.serviceexchange.connection.state.PeerPhase.KEY_EXCHANGE;
import static org.serviceexchange.connection.state.PeerPhase.VALIDATION;
import static org.serviceexchange.connection.state.PeerState.CLOSED;
import static org.serviceexchange.connection.state.PeerState.COMPLETE;
import static org.serviceexchange.connection.state.PeerState.OPEN;
import static org.serviceexchange.connection.state.PeerState.SUSPENDED;
import static org.serviceexchange.connection.state.PeerState.UNKNOWN;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.connection.state.PeerPhase;
import org.serviceexchange.connection.state.PeerState;
import org.serviceexchange.connection.state.StateFacts;
import org.serviceexchange.connection.state.TestFacts;

/** Each row of the provider's table in docs/protocol.md, section 13. */
class ConsequenceTest {

    @ParameterizedTest
    @EnumSource
    void closedRegistrationsDoNothing(PeerState said) {
        assertThat(Consequence.of(own(CLOSED), TestFacts.of(said, PeerPhase.NONE, "key")))
                .isEqualTo(Consequence.NONE);
    }

    @ParameterizedTest
    @EnumSource(
            value = PeerState.class,
            names = {"OPEN", "SUSPENDED"})
    void openRegistrations(PeerState own) {
        assertThat(Consequence.of(own(own), StateFacts.unknown())).isEqualTo(Consequence.LEFT);
        assertThat(Consequence.of(own(own), said(CLOSED, PeerPhase.NONE))).isEqualTo(Consequence.LEFT);
        assertThat(Consequence.of(own(own), said(OPEN, AUTHORIZATION))).isEqualTo(Consequence.FOUND);
        assertThat(Consequence.of(own(own), said(COMPLETE, PeerPhase.NONE))).isEqualTo(Consequence.FOUND);
        assertThat(Consequence.of(own(own), TestFacts.of(OPEN, VALIDATION, "", "")))
                .isEqualTo(Consequence.NONE);
    }

    static Stream<Arguments> complete() {
        return Stream.of(
                Arguments.of(said(CLOSED, PeerPhase.NONE), Consequence.ENDED),
                Arguments.of(TestFacts.of(CLOSED, PeerPhase.NONE, "client-2", ""), Consequence.LOST),
                Arguments.of(StateFacts.unknown(), Consequence.LOST),
                Arguments.of(said(COMPLETE, PeerPhase.NONE), Consequence.FOUND),
                Arguments.of(TestFacts.of(COMPLETE, PeerPhase.NONE, "older"), Consequence.NONE),
                Arguments.of(said(OPEN, ACTIVATION), Consequence.PROBE_AGAIN),
                Arguments.of(TestFacts.of(OPEN, KEY_EXCHANGE, ""), Consequence.NONE),
                Arguments.of(TestFacts.of(OPEN, ACTIVATION, "older"), Consequence.LOST),
                Arguments.of(TestFacts.of(OPEN, AUTHORIZATION, ""), Consequence.LOST),
                Arguments.of(TestFacts.of(OPEN, CLAIM, "", ""), Consequence.LOST),
                Arguments.of(TestFacts.of(OPEN, KEY_EXCHANGE, "client-2", ""), Consequence.LOST));
    }

    @ParameterizedTest
    @MethodSource("complete")
    void completeRegistrations(StateFacts said, Consequence follows) {
        assertThat(Consequence.of(own(COMPLETE), said)).isEqualTo(follows);
    }

    @ParameterizedTest
    @EnumSource
    void nothingFollowsWithoutARecord(PeerState said) {
        assertThat(Consequence.of(own(UNKNOWN), TestFacts.of(said, PeerPhase.NONE, "key")))
                .isEqualTo(Consequence.NONE);
    }

    private static StateFacts own(PeerState state) {
        return TestFacts.of(state, state == OPEN || state == SUSPENDED ? KEY_EXCHANGE : PeerPhase.NONE, "key");
    }

    private static StateFacts said(PeerState state, PeerPhase phase) {
        return TestFacts.of(state, phase, "key");
    }
}
