package org.serviceexchange.connection.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.Guarantee;
import org.serviceexchange.connection.suspension.KeptSuspension;
import org.serviceexchange.connection.suspension.Suspension;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.ModuleKey;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.serviceexchange.protocol.probe.Probes;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.SignedEnvelope;

/** A rotation between two sides with real keys, tables and messages, and what becomes of it when something is lost. */
class RotationTest extends TwoRotationSides {

    @Test
    void bothSidesUseNewKeysAfterwards() {
        assertThat(rotate()).isTrue();
        assertThat(List.of(provider.keyId(), consumer.keyId())).containsOnly(FIRST);

        assertThat(prove()).isTrue();
        assertThat(consumer.keyId()).isNotEqualTo(FIRST).isEqualTo(provider.keyId());
        for (RotationSide side : List.of(provider, consumer)) {
            assertThat(side.keys().describe(side.number()))
                    .extracting(ModuleKey::label, ModuleKey::active)
                    .containsExactly(
                            tuple(side.keyId(), true),
                            tuple(FIRST, false),
                            tuple(side.keyId(), true),
                            tuple(FIRST, false));
        }
        assertThat(key(provider, provider.keyId()))
                .isEqualTo(key(consumer, consumer.keyId()))
                .isNotEqualTo(key(consumer, FIRST));
        verify(provider.life).keysRotated("CCN0001001");
        assertThat(provider.journal)
                .containsExactly(
                        "New keys " + provider.keyId() + " are agreed. The keys before stay in use until the other side"
                                + " uses the new ones.",
                        "The keys " + provider.keyId() + " are in use. The keys before stay open for one day, for"
                                + " messages that are under way.");
        assertThat(consumer.journal).isEqualTo(provider.journal);
    }

    @Guarantee(of = NewKeys.class, says = "New keys protect nothing before the peer has used them.")
    @Test
    void newKeysProtectNothingBeforeThePeerHasUsedThem() {
        rotate();
        for (RotationSide side : List.of(provider, consumer)) {
            assertThat(side.keyId()).isEqualTo(FIRST);
            assertThat(side.keys().describe(side.number()))
                    .filteredOn(ModuleKey::active)
                    .extracting(ModuleKey::label)
                    .containsExactly(FIRST, FIRST);
        }
    }

    @Test
    void noMessageUnderWayIsLost() {
        byte[] early = consumer.get(Probes.class).request(consumer.connection().channel(FIRST));
        rotate();
        byte[] meanwhile =
                consumer.get(Probes.class).request(consumer.connection().channel(FIRST));
        prove();
        byte[] back = provider.get(Probes.class).request(provider.connection().channel(FIRST));
        clock.move(Duration.ofHours(23));
        retire();

        assertThat(probed(provider, early)).isNotEmpty();
        assertThat(probed(provider, meanwhile)).isNotEmpty();
        assertThat(probed(consumer, back)).isNotEmpty();
    }

    @Guarantee(
            of = NewKeys.class,
            says = "The keys before are destroyed a day after the first verified use of the new ones.")
    @Test
    void theKeysBeforeAreDestroyedADayAfterTheFirstUseOfTheNewOnes() {
        rotate();
        byte[] late = consumer.get(Probes.class).request(consumer.connection().channel(FIRST));
        clock.move(Duration.ofDays(3));
        retire();
        assertThat(key(provider, FIRST))
                .as("kept as long as the new ones are not in use")
                .isNotEmpty();

        prove();
        clock.move(Duration.ofDays(1));
        retire();
        for (RotationSide side : List.of(provider, consumer)) {
            assertThatThrownBy(() -> key(side, FIRST)).isInstanceOf(Problem.class);
            assertThat(key(side, side.keyId())).isNotEmpty();
        }
        assertThatThrownBy(() -> probed(provider, late))
                .isInstanceOfSatisfying(
                        PeerProblem.class,
                        refused -> assertThat(refused.code()).isEqualTo(ProblemCode.EXCHANGE_FAILED.code()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"m2", "m4", "probe"})
    void anAnswerThatIsLostIsFetchedAgain(String answer) {
        lost.add(answer);
        assertThatThrownBy(() -> {
                    rotate();
                    prove();
                })
                .hasMessage("lost");
        assertThat(key(provider, FIRST)).isEqualTo(key(consumer, FIRST));

        assertThat(rotate()).isTrue();
        assertThat(prove()).isTrue();
        assertThat(consumer.keyId()).isNotEqualTo(FIRST).isEqualTo(provider.keyId());
        assertThat(key(provider, provider.keyId())).isEqualTo(key(consumer, consumer.keyId()));
        assertThat(provider.journal).as("each step once").hasSize(2);
        assertThat(consumer.journal).hasSize(2);
    }

    @Test
    void connectionsOfVersionsBeforeLabelsRotateToo() {
        for (RotationSide side : List.of(provider, consumer)) {
            side.keys().destroyAll(side.number());
            side.connect(side.connection().parties(), "BBBBBBBBBBBBBBBBBBBBBB");
            firstKeys(side, "");
        }
        rotate();
        prove();
        assertThat(consumer.keyId()).isEqualTo(provider.keyId());
        clock.move(Duration.ofDays(2));
        retire();
        assertThat(provider.keys().describe("CCN0001001"))
                .extracting(ModuleKey::label)
                .containsExactly(provider.keyId(), provider.keyId());
    }

    @Test
    void rotatesAgainWithTheKeysOfTheLastRotation() {
        rotate();
        prove();
        String second = consumer.keyId();
        rotate();
        prove();
        assertThat(consumer.keyId()).isNotEqualTo(second).isEqualTo(provider.keyId());
        clock.move(Duration.ofDays(1));
        retire();
        assertThat(consumer.get(KeySets.class).of("PCN0001001"))
                .extracting(KeySet::keyId)
                .containsExactly(consumer.keyId());
    }

    @Test
    void otherOldKeysAtOneSideChangeNothing() {
        provider.keys().destroyAll("CCN0001001");
        provider.keys().add("CCN0001001", "consumer-to-provider", "AES-256-GCM", FIRST, new byte[32]);
        provider.keys().add("CCN0001001", "provider-to-consumer", "AES-256-GCM", FIRST, new byte[32]);

        assertThatThrownBy(this::rotate)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.PEER_ANSWER_INVALID))
                .hasMessageContaining("the Finished value of M2 is wrong");
        assertThat(consumer.keyId()).isEqualTo(FIRST);
        assertThat(consumer.keys().describe("PCN0001001")).hasSize(2);
        assertThat(provider.keys().describe("CCN0001001")).hasSize(2);
    }

    @Test
    void aRefusalIsNotedAndTheNextTryIsMadeLater() {
        provider.end();
        assertThat(rotate()).isFalse();
        assertThat(consumer.journal)
                .singleElement()
                .asString()
                .startsWith("The other side refused new keys: The key exchange could not be completed.")
                .endsWith("The keys stay as they are; the next try follows within a day.");
        assertThat(consumer.keyId()).isEqualTo(FIRST);
    }

    @Test
    void keysThatTheOtherSideLostAreDropped() {
        rotate();
        String agreed =
                consumer.get(NewKeys.class).unproved("PCN0001001").orElseThrow().keyId();
        provider.inTransaction(() -> {
            NewKeys atProvider = provider.get(NewKeys.class);
            atProvider.drop(atProvider.unproved("CCN0001001").orElseThrow());
            return true;
        });

        assertThat(prove()).isFalse();
        assertThat(consumer.get(KeySets.class).of("PCN0001001")).isEmpty();
        assertThat(consumer.journal)
                .last()
                .isEqualTo("The other side does not know the new keys " + agreed
                        + ". The keys before stay in use; new ones are agreed later.");
        assertThat(rotate()).isTrue();
        assertThat(prove()).isTrue();
        assertThat(provider.keyId()).isEqualTo(consumer.keyId()).isNotIn(FIRST, agreed);
    }

    @Test
    void theProviderAsksItsConsumer() {
        when(consumer.life.rotationAsked("PCN0001001")).thenReturn(true);
        assertThat(provider.step(() -> provider.get(RotateKeys.class).rotate("CCN0001001")))
                .isFalse();
        verify(consumer.life).rotationAsked("PCN0001001");
        assertThat(consumer.journal).containsExactly("The other side asks for new keys in place of " + FIRST + ".");
        assertThat(provider.journal)
                .containsExactly("Asked the other side for new keys in place of " + FIRST + "; it makes them.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingIsRotatedWhileTheConnectionRests(boolean own) {
        when(consumer.life.rotationAsked("PCN0001001")).thenReturn(true);
        rest(consumer, own);
        assertThat(rotate()).isFalse();
        verifyNoMoreInteractions(consumer.http);
        assertThatThrownBy(() -> consumer.inTransaction(
                        () -> consumer.get(RequestRotation.class).request("PCN0001001", "ada")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_SUSPENDED))
                .hasMessageStartingWith("The connection PCN0001001 rests until ")
                .hasMessageContaining(own ? "this instance" : "the other side");
        assertThat(provider.step(() -> provider.get(RotateKeys.class).rotate("CCN0001001")))
                .isFalse();
        verify(consumer.life, never()).rotationAsked(any());

        clock.move(Duration.ofMinutes(1));
        assertThat(rotate()).as("once it goes on").isTrue();
    }

    private void rest(RotationSide side, boolean own) {
        Instant now = clock.instant();
        side.suspensions.save(new KeptSuspension(
                side.number(),
                own,
                side.number(),
                new Suspension(Suspension.Kind.SUSPENDED, now, now.plusSeconds(60), "Audit"),
                now,
                1,
                null));
    }

    @Test
    void aRequestForKeysThatAreReplacedAsksForNothing() {
        byte[] request = provider.get(RotationMessages.class)
                .write(provider.get(RotationMessages.class).request(provider.connection()));
        rotate();
        asked(request);
        prove();
        asked(request);
        verify(consumer.life, never()).rotationAsked(any());
    }

    @Test
    void aRequestOfAnotherOrAnOldOneIsRefused() {
        byte[] forged = SignedEnvelope.write(
                MessageType.ROTATION_REQUEST,
                provider.get(RotationMessages.class).request(provider.connection()),
                consumer.get(InstanceKeys.class));
        assertThatThrownBy(() -> asked(forged))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.EXCHANGE_FAILED));

        byte[] old = provider.get(RotationMessages.class)
                .write(provider.get(RotationMessages.class).request(provider.connection()));
        clock.move(Duration.ofMinutes(1));
        assertThatThrownBy(() -> asked(old))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CLOCKS_DIFFER));
        verify(consumer.life, never()).rotationAsked(any());
    }
}
