package org.serviceexchange.protocol.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.MovableClock;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.TestInstance;
import org.serviceexchange.protocol.handshake.Channel;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.MessageType;
import org.springframework.transaction.IllegalTransactionStateException;

class ProbesTest {

    private static final String KEY_ID = "AAAAAAAAAAAAAAAAAAAAAA";

    private final Channel atProvider = new Channel("CCN0001001", "REG0001001", KEY_ID, ConnectionSide.PROVIDER);
    private final Channel atConsumer = new Channel("PCN0001001", "REG0001001", KEY_ID, ConnectionSide.CONSUMER);
    private TestInstance provider;
    private TestInstance consumer;

    @BeforeEach
    void startBothWithTheSameKeys() {
        MovableClock clock = MovableClock.standing();
        provider = new TestInstance("provider", clock);
        consumer = new TestInstance("consumer", clock);
        for (ConnectionSide side : ConnectionSide.values()) {
            byte[] key = new byte[32];
            key[0] = (byte) (side == ConnectionSide.PROVIDER ? 1 : 2);
            provider.moduleKeys.add(atProvider.module(), side.sends(), "AES-256-GCM", KEY_ID, key);
            consumer.moduleKeys.add(atConsumer.module(), side.sends(), "AES-256-GCM", KEY_ID, key);
        }
    }

    @AfterEach
    void stopBoth() {
        provider.close();
        consumer.close();
    }

    @Test
    void provesTheKeysInBothDirections() {
        byte[] fromConsumer = consumers().request(atConsumer);
        byte[] fromProvider = providers().request(atProvider);
        byte[] toConsumer = providers().answer(atProvider, fromConsumer);
        byte[] toProvider = consumers().answer(atConsumer, fromProvider);

        assertThatCode(() -> consumers().accept(atConsumer, fromConsumer, toConsumer))
                .doesNotThrowAnyException();
        assertThatCode(() -> providers().accept(atProvider, fromProvider, toProvider))
                .doesNotThrowAnyException();
    }

    @Test
    void answersTheSameBytesWithTheSameBytes() {
        byte[] probe = consumers().request(atConsumer);
        byte[] answer = providers().answer(atProvider, probe);
        provider.restart();

        assertThat(providers().answer(atProvider, probe)).isEqualTo(answer);
    }

    @Test
    void refusesAnOldCounter() {
        byte[] old = consumers().request(atConsumer);
        providers().answer(atProvider, consumers().request(atConsumer));

        fails(() -> providers().answer(atProvider, old), "the counter of the probe was used before");
    }

    @Test
    void refusesAProbeAtItsSender() {
        byte[] probe = consumers().request(atConsumer);

        fails(() -> consumers().answer(atConsumer, probe), "the probe does not open");
    }

    @Test
    void refusesAProbeOfAnotherRegistrationOrKey() {
        byte[] probe = consumers().request(atConsumer);
        Channel otherRegistration = new Channel(atProvider.module(), "REG0001002", KEY_ID, ConnectionSide.PROVIDER);
        Channel otherKey =
                new Channel(atProvider.module(), "REG0001001", "BBBBBBBBBBBBBBBBBBBBBB", ConnectionSide.PROVIDER);

        fails(() -> providers().answer(otherRegistration, probe), "the probe does not open");
        fails(() -> providers().answer(otherKey, probe), "the probe is of another key");
    }

    @Test
    void refusesTheAnswerToAnotherProbe() {
        byte[] first = consumers().request(atConsumer);
        byte[] answerToFirst = providers().answer(atProvider, first);
        byte[] second = consumers().request(atConsumer);

        fails(() -> consumers().accept(atConsumer, second, answerToFirst), "the probe does not open");
    }

    @Test
    void refusesAProbeInThePlaceOfItsAnswer() {
        byte[] probe = consumers().request(atConsumer);

        assertThatThrownBy(() -> consumers().accept(atConsumer, probe, probe))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("payloadType must be application/vnd.service-exchange.v1.probe-answer+json");
    }

    @Test
    void refusesWhatIsShorterThanATag() {
        byte[] probe = consumers().request(atConsumer);
        fails(() -> providers().answer(atProvider, shortened(probe)), "the probe does not open");

        byte[] answer = providers().answer(atProvider, probe);
        fails(() -> consumers().accept(atConsumer, probe, shortened(answer)), "the probe does not open");
    }

    private static byte[] shortened(byte[] message) {
        return new String(message, UTF_8)
                .replaceFirst("\"sealed\":\"[^\"]+\"", "\"sealed\":\"AAAAAAAAAAAAAAAAAAAA\"")
                .getBytes(UTF_8);
    }

    @Test
    void refusesProbeAndAnswerWithAnyByteFlipped() {
        byte[] probe = consumers().request(atConsumer);
        everyFlip(probe, flipped -> providers().answer(atProvider, flipped));
        byte[] answer = providers().answer(atProvider, probe);
        everyFlip(answer, flipped -> consumers().accept(atConsumer, probe, flipped));
    }

    @Test
    void neverUsesACounterTwiceEvenIfTheTransactionFails() {
        List<byte[]> probes = new ArrayList<>();
        assertThatThrownBy(() -> consumer.transaction()
                        .executeWithoutResult(transaction -> consumers().request(atConsumer)))
                .as("a transaction around it could take the counter back")
                .isInstanceOf(IllegalTransactionStateException.class);
        probes.add(consumers().request(atConsumer));
        consumer.restart();
        probes.add(consumers().request(atConsumer));

        assertThat(probes.stream()
                        .map(probe -> Probe.read(probe, MessageType.PROBE).counter()))
                .containsExactly(1L, 2L);
    }

    @Test
    void namesItsKeyBeforeAnythingIsProved() {
        assertThat(Probes.keyId(consumers().request(atConsumer))).isEqualTo(KEY_ID);
        assertThatThrownBy(() -> Probes.keyId("{}".getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.MESSAGE_MALFORMED));
    }

    private Probes providers() {
        return provider.get(Probes.class);
    }

    private Probes consumers() {
        return consumer.get(Probes.class);
    }

    private static void everyFlip(byte[] message, Consumer<byte[]> receiver) {
        for (int at = 0; at < message.length; at++) {
            byte[] flipped = message.clone();
            flipped[at] ^= 1;
            assertThatThrownBy(() -> receiver.accept(flipped), "byte %d", at).isInstanceOf(Problem.class);
        }
    }

    private static void fails(ThrowingCallable receiving, String reason) {
        assertThatThrownBy(receiving)
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("The key exchange could not be completed.")
                .hasRootCauseMessage(reason);
    }
}
