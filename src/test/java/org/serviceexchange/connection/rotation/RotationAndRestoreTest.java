package org.serviceexchange.connection.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.connection.heartbeat.HeartbeatBatches;
import org.serviceexchange.connection.heartbeat.HeartbeatRow;
import org.serviceexchange.connection.heartbeat.HeartbeatRows;
import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.serviceexchange.connection.heartbeat.LineState;
import org.serviceexchange.connection.heartbeat.SendBeats;

/** Heartbeats while keys are replaced, and rotations of sides of which one was restored from a backup. */
class RotationAndRestoreTest extends TwoRotationSides {

    @BeforeEach
    void heartbeats() {
        provider.follow();
        consumer.follow();
        clock.move(Duration.ofSeconds(30));
        bothAreUp();
    }

    @Test
    void heartbeatsGoOnUnderTheOldKeysWhileTheNewOnesAreProved() {
        rotate();
        bothAreUp();
        assertThat(List.of(row(provider), row(consumer)))
                .extracting(row -> row.connection().keyId())
                .containsOnly(FIRST);

        lost.add("probe");
        assertThatThrownBy(this::prove).hasMessage("lost");
        assertThat(provider.keyId()).as("it has seen the new keys used").isNotEqualTo(consumer.keyId());
        bothAreUp();

        prove();
        assertThat(provider.keyId()).isEqualTo(consumer.keyId()).isNotEqualTo(FIRST);
        bothAreUp();
        assertThat(List.of(row(provider), row(consumer)))
                .extracting(row -> row.connection().keyId())
                .containsOnly(consumer.keyId());
        assertThat(row(provider).line().counter())
                .as("one line across the rotation")
                .isEqualTo(4);
    }

    @Test
    void aProviderThatWentBackAgreesNewKeysFromTheReplacedOnes() {
        Runnable before = provider.backUp();
        rotate();
        prove();
        before.run();
        assertThat(provider.keyId()).isEqualTo(FIRST);

        assertThat(rotate()).isTrue();
        assertThat(prove()).isTrue();
        bothUse(consumer.keyId());
        assertThat(consumer.refused).isZero();
    }

    @Test
    void aConsumerThatWentBackAgreesNewKeysFromTheOnesItHas() {
        Runnable before = consumer.backUp();
        rotate();
        prove();
        before.run();
        assertThat(consumer.keyId()).isEqualTo(FIRST).isNotEqualTo(provider.keyId());

        assertThat(rotate()).isTrue();
        assertThat(prove()).isTrue();
        bothUse(provider.keyId());
        assertThat(consumer.refused).isZero();
    }

    @Test
    void aConsumerThatWentBackIntoTheMiddleOfARotationBeginsAnew() {
        rotate();
        Runnable before = consumer.backUp();
        prove();
        before.run();
        assertThat(prove())
                .as("its probe has a counter that the provider has seen")
                .isFalse();
        assertThat(consumer.keyId()).isEqualTo(FIRST);

        assertThat(rotate()).isTrue();
        assertThat(prove()).isTrue();
        bothUse(provider.keyId());
    }

    @Test
    void asksForTheStateOfAProviderThatHoldsNoneOfTheKeys() {
        Runnable before = consumer.backUp();
        rotate();
        prove();
        clock.move(Duration.ofDays(2));
        retire();
        before.run();
        consumer.doubts.clear();

        assertThat(rotate()).isFalse();
        assertThat(consumer.refused).isEqualTo(1);
        assertThat(consumer.doubts).containsExactly("PCN0001001");
    }

    private void bothUse(String keyId) {
        assertThat(List.of(provider.keyId(), consumer.keyId())).containsOnly(keyId);
        assertThat(keyId).isNotEqualTo(FIRST);
        assertThat(key(provider, keyId)).isEqualTo(key(consumer, keyId));
        beats();
        beats();
        bothAreUp();
    }

    /** A restored side sends first in a new incarnation, about which the other one asks. */
    private void beats() {
        for (RotationSide side : List.of(provider, consumer)) {
            SendBeats.due(side.get(HeartbeatBatches.class));
        }
        clock.move(RotationSide.PAUSE);
    }

    private void bothAreUp() {
        beats();
        for (RotationSide side : List.of(provider, consumer)) {
            assertThat(row(side).sent().failures()).isZero();
            assertThat(side.get(Heartbeats.class)
                            .of(side.connection().subject())
                            .orElseThrow()
                            .state())
                    .isEqualTo(LineState.UP);
            assertThat(row(side).heard().view().quarantined()).isFalse();
            assertThat(row(side).stopped()).isFalse();
        }
    }

    private static HeartbeatRow row(RotationSide side) {
        return side.get(HeartbeatRows.class).find(side.number()).orElseThrow();
    }
}
