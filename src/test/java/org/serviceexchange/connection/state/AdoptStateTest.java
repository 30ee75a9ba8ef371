package org.serviceexchange.connection.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.serviceexchange.connection.state.AdoptState.Asked;
import org.serviceexchange.connection.state.Inquiries.Heard;
import org.serviceexchange.connection.state.Inquiries.PeerVersion;
import org.serviceexchange.connection.suspension.AdoptSuspension;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.kmf.primitive.CompositeSignature;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.registration.Counterpart.Departure;

/** Which answers of a peer count, on both sides of a connection that lives. */
class AdoptStateTest {

    private final Instances world = new Instances(new Random(1));
    private final Acts acts = new Acts(world);
    private final MemoryInquiries inquiries = new MemoryInquiries();
    private final AdoptState adoptState = new AdoptState(inquiries, mock(AdoptSuspension.class), mock(Journal.class));

    @BeforeEach
    void aConnectionThatLives() {
        acts.register();
        acts.openLink(true);
        acts.claim(false);
        acts.authenticate();
        acts.exchangeKeys(false);
        acts.probeProvider(false);
        acts.activate(false);
    }

    @ParameterizedTest
    @EnumSource(ConnectionSide.class)
    void anAnswerThatCameLateMovesNothing(ConnectionSide side) {
        Asked first = asked(side);
        assertThat(adopt(side, asked(side), lives(side, 1, 7))).isTrue();
        assertThat(adopt(side, first, lost(side)))
                .as("asked before the newer one was adopted")
                .isFalse();
        assertThat(lostAtPeer(side)).isFalse();
        assertThat(heard(side)).isEqualTo(new PeerVersion(1, 7));
    }

    @ParameterizedTest
    @EnumSource(ConnectionSide.class)
    void anOldAnswerThatComesAgainMovesNothing(ConnectionSide side) {
        Asked longAgo = asked(side);
        StateDocument old = lost(side);
        for (int version = 7; version < 10; version++) {
            world.clock.move(Duration.ofDays(1));
            assertThat(adopt(side, asked(side), lives(side, 1, version))).isTrue();
            assertThat(adopt(side, longAgo, old)).isFalse();
        }
        assertThat(lostAtPeer(side)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(ConnectionSide.class)
    void aLaterIncarnationCountsWithALowerVersion(ConnectionSide side) {
        Asked first = asked(side);
        assertThat(adopt(side, asked(side), lives(side, 1, 7))).isTrue();
        assertThat(adopt(side, first, lives(side, 2, 3))).isTrue();
        assertThat(heard(side)).isEqualTo(new PeerVersion(2, 3));
        assertThat(adopt(side, first, lives(side, 1, 9)))
                .as("of the earlier incarnation")
                .isFalse();
        assertThat(heard(side)).isEqualTo(new PeerVersion(2, 3));
    }

    @ParameterizedTest
    @EnumSource(ConnectionSide.class)
    void aPeerThatWasSetBackIsBelievedOnceItIsAskedAgain(ConnectionSide side) {
        assertThat(adopt(side, asked(side), lives(side, 1, 7))).isTrue();
        assertThat(adopt(side, asked(side), lost(side))).isTrue();
        assertThat(lostAtPeer(side)).isTrue();
    }

    /** Of a record that is not complete no incarnation is said: 1 then does not mean that the answer is an earlier one. */
    @ParameterizedTest
    @EnumSource(ConnectionSide.class)
    void theVersionAloneIsTheAgeOfAnAnswerThatIsNotComplete(ConnectionSide side) {
        Asked first = asked(side);
        assertThat(adopt(side, asked(side), lives(side, 2, 7))).isTrue();
        assertThat(adopt(side, first, document(side, StateFacts.unknown(), 1, 6)))
                .as("changed since")
                .isFalse();
        Asked second = asked(side);
        assertThat(adopt(side, first, document(side, StateFacts.unknown(), 1, 8)))
                .as("of the same database")
                .isTrue();
        assertThat(lostAtPeer(side)).isTrue();
        assertThat(adopt(side, second, lives(side, 2, 7)))
                .as("from before that")
                .isFalse();
        assertThat(lostAtPeer(side)).isTrue();
    }

    private String number(ConnectionSide side) {
        return side == ConnectionSide.PROVIDER
                ? Acts.NUMBER
                : acts.newest().orElseThrow().number();
    }

    private Asked asked(ConnectionSide side) {
        long version = world.records(side).addressee(number(side)).orElseThrow().version();
        return new Asked(version, inquiries.heard(number(side)), null);
    }

    private boolean adopt(ConnectionSide side, Asked asked, StateDocument said) {
        world.clock.move(Duration.ofSeconds(1));
        return adoptState
                .adopt(
                        world.records(side),
                        number(side),
                        asked,
                        new PeerAnswer(said, new byte[0]),
                        world.clock.instant())
                .isPresent();
    }

    private PeerVersion heard(ConnectionSide side) {
        return inquiries.heard(number(side)).map(Heard::version).orElseThrow();
    }

    /** Whether this side says that the other one has lost the connection. */
    private boolean lostAtPeer(ConnectionSide side) {
        return side == ConnectionSide.PROVIDER
                ? acts.registration().orElseThrow().snapshot().counterpart().departure() == Departure.LOST
                : Optional.ofNullable(acts.newest().orElseThrow().snapshot().reason())
                        .map(LocalizedMessage::key)
                        .filter("consumer.reason.lostAtProvider"::equals)
                        .isPresent();
    }

    private StateDocument lives(ConnectionSide side, long incarnation, long version) {
        StateFacts there = world.records(side.other())
                .standing(
                        side == ConnectionSide.PROVIDER ? TestConnections.PIN : Instances.CONSUMER,
                        TestRegistrations.NUMBER,
                        false)
                .orElseThrow()
                .facts();
        return document(side, there, incarnation, version);
    }

    private StateDocument lost(ConnectionSide side) {
        return document(side, StateFacts.unknown(), 1, 0);
    }

    private StateDocument document(ConnectionSide side, StateFacts said, long incarnation, long version) {
        return new StateDocument(
                TestRegistrations.NUMBER,
                side.other().name(),
                TestConnections.PIN,
                Instances.CONSUMER,
                said.connection(),
                said.state().name(),
                said.phase().name(),
                said.reason().name(),
                said.claim(),
                said.generation(),
                said.keyId(),
                version,
                incarnation,
                said.next().name(),
                0,
                "NONE",
                Instant.EPOCH,
                Instant.EPOCH,
                "",
                new byte[CompositeSignature.PUBLIC_KEY_LENGTH],
                new byte[StateQuestion.NONCE_LENGTH],
                world.clock.instant());
    }
}
