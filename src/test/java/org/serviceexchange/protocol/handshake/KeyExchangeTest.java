package org.serviceexchange.protocol.handshake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceexchange.MovableClock;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.AtOnce;
import org.serviceexchange.protocol.TestInstance;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Parties;
import org.serviceexchange.protocol.wire.SignedEnvelope;
import org.serviceexchange.protocol.wire.Wire;

class KeyExchangeTest {

    private static final String TOKEN = "an-access-token";

    private final MovableClock clock = MovableClock.standing();
    private TestInstance provider;
    private TestInstance consumer;
    private Parties parties;
    private Wireless wire;

    @BeforeEach
    void startBoth() {
        provider = new TestInstance("provider", clock);
        consumer = new TestInstance("consumer", clock);
        parties = new Parties(
                "REG0001001", provider.keys.party(), consumer.keys.party(), consumer.keys.encryptionPublicKey());
        wire = new Wireless();
    }

    @AfterEach
    void stopBoth() {
        provider.close();
        consumer.close();
    }

    @Test
    void bothSidesGetTheSameKeysAndForgetTheirSecrets() {
        ConnectionKeys keys = run();

        assertThat(wire.confirmed).singleElement().satisfies(confirmed -> assertSame(confirmed, keys));
        assertThat(secretsAt(provider, "received_exchange")).isZero();
        assertThat(secretsAt(consumer, "started_exchange")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "M1, false", "M2, false", "M3, false", "M4, false",
        "M1, true", "M2, true", "M3, true", "M4, true",
    })
    void goesOnWithTheSameExchangeAfterALostMessage(String lost, boolean restart) {
        wire.lost = lost;
        unreachable(this::run);
        if (restart) {
            provider.restart();
            consumer.restart();
        }
        wire.lost = "none";
        ConnectionKeys keys = run();

        assertThat(wire.exchanges()).hasSize(1);
        assertThat(wire.confirmed).singleElement().satisfies(confirmed -> assertSame(confirmed, keys));
    }

    @Test
    void fetchesALostConfirmationLongAfterTheExchangeWouldHaveExpired() {
        wire.lost = "M4";
        unreachable(this::run);
        clock.move(Duration.ofHours(1));
        provider.restart();
        consumer.restart();
        wire.lost = "none";
        ConnectionKeys keys = run("the token of a new authorization");

        assertThat(wire.confirmed).singleElement().satisfies(confirmed -> assertSame(confirmed, keys));
    }

    @ParameterizedTest
    @CsvSource({"M1, 11", "M1, 121", "M2, 121", "M3, 121", "M3, 3600"})
    void beginsAnewWhenThePendingExchangeIsTooOld(String lost, long seconds) {
        wire.lost = lost;
        unreachable(this::run);
        clock.move(Duration.ofSeconds(seconds));
        wire.lost = "none";
        ConnectionKeys keys = run();

        assertThat(wire.exchanges()).hasSize(2);
        assertThat(wire.confirmed).singleElement().satisfies(confirmed -> assertSame(confirmed, keys));
    }

    @Test
    void beginsAnewWithAnotherAccessToken() {
        wire.lost = "M2";
        unreachable(this::run);
        wire.lost = "none";
        run("another-token");

        assertThat(wire.exchanges()).hasSize(2);
    }

    @Test
    void givesTheSameKeysAgainWhenTheirTransactionFailed() {
        List<ConnectionKeys> given = new ArrayList<>();
        KeyExchangeClient client = consumer.get(KeyExchangeClient.class);
        wire.token = TOKEN;
        AnsweredExchange answered = client.run(parties, TOKEN, wire);
        consumer.transaction().executeWithoutResult(transaction -> {
            given.add(client.finish(answered));
            transaction.setRollbackOnly();
        });
        consumer.restart();
        given.add(run());

        assertSame(given.get(0), given.get(1));
        assertThat(secretsAt(consumer, "started_exchange")).isZero();
    }

    @Test
    void confirmsAgainWhenTheTransactionOfTheProviderFailed() {
        wire.rollBackConfirmation = true;
        unreachable(this::run);
        wire.rollBackConfirmation = false;
        ConnectionKeys keys = run();

        assertThat(wire.confirmed).hasSize(2).allSatisfy(confirmed -> assertSame(confirmed, keys));
    }

    @Test
    void passesOnARefusalAndBeginsAnewNextTime() {
        wire.refusal =
                new PeerProblem(400, "SX-3003", List.of(), false, "The key exchange could not be completed.", null);
        assertThatThrownBy(this::run).isSameAs(wire.refusal);
        wire.refusal = null;
        run();

        assertThat(wire.exchanges()).hasSize(2);
    }

    @Test
    void keepsThePendingExchangeWhenTheProviderIsNotReady() {
        wire.refusal = new PeerProblem(503, "SX-3008", List.of(), true, "Not ready.", null);
        assertThatThrownBy(this::run).isSameAs(wire.refusal);
        wire.refusal = null;
        run();

        assertThat(wire.exchanges()).hasSize(1);
    }

    @Test
    void answersTheSameBytesWithTheSameBytes() {
        run();
        byte[] m1 = wire.m1.get(0);
        byte[] m3 = wire.m3.get(0);
        provider.restart();

        assertThat(server().answer(parties, TOKEN, m1)).isEqualTo(wire.m2);
        Confirmation again = server().confirm(parties, m3);
        assertThat(again.m4()).isEqualTo(wire.m4);
        assertThat(again.keys()).isEmpty();
    }

    @Test
    void refusesOtherBytesUnderAUsedId() {
        run();
        byte[] otherM1 = signedAgain(wire.m1.get(0));
        byte[] otherM3 = (new String(wire.m3.get(0), UTF_8) + "\n").getBytes(UTF_8);

        refuses(ProblemCode.EXCHANGE_ID_REUSED, () -> server().answer(parties, TOKEN, otherM1));
        refuses(ProblemCode.EXCHANGE_ID_REUSED, () -> server().confirm(parties, otherM3));
    }

    @Test
    void expiresAfterTwoMinutes() {
        wire.lost = "M3";
        unreachable(this::run);
        clock.move(Duration.ofSeconds(121));

        refuses(ProblemCode.EXCHANGE_EXPIRED, () -> server().confirm(parties, wire.m3.get(0)));
        refuses(ProblemCode.EXCHANGE_EXPIRED, () -> server().answer(parties, TOKEN, wire.m1.get(0)));
    }

    @Test
    void forgetsTheSecretsOfExchangesThatNobodyFinished() {
        wire.lost = "M2";
        unreachable(this::run);
        clock.move(Duration.ofSeconds(119));
        provider.get(ReceivedExchanges.class).expire(clock.instant().minus(KeyExchangeServer.LIFE));
        consumer.get(StartedExchanges.class).expire(clock.instant().minus(KeyExchangeServer.LIFE));
        assertThat(secretsAt(provider, "received_exchange")).isOne();
        assertThat(secretsAt(consumer, "started_exchange")).isOne();

        clock.move(Duration.ofSeconds(2));
        provider.get(ReceivedExchanges.class).expire(clock.instant().minus(KeyExchangeServer.LIFE));
        consumer.get(StartedExchanges.class).expire(clock.instant().minus(KeyExchangeServer.LIFE));
        assertThat(secretsAt(provider, "received_exchange")).isZero();
        assertThat(secretsAt(consumer, "started_exchange")).isZero();
    }

    @Test
    void keepsOnePendingExchangeForARegistration() {
        wire.lost = "M3";
        unreachable(this::run);
        wire.lost = "M2";
        unreachable(() -> run("another-token", newConsumerState()));

        refuses(ProblemCode.EXCHANGE_EXPIRED, () -> server().confirm(parties, wire.m3.get(0)));
        assertThat(secretsAt(provider, "received_exchange")).isOne();
    }

    @Test
    void refusesM3OfAnotherRegistration() {
        wire.lost = "M3";
        unreachable(this::run);
        Parties other =
                new Parties("REG0001002", parties.provider(), parties.consumer(), parties.consumerEncryptionKey());

        refuses(ProblemCode.EXCHANGE_EXPIRED, () -> server().confirm(other, wire.m3.get(0)));
    }

    @Test
    void answersTwoDeliveriesAtOnceAlike() throws Exception {
        wire.lost = "M1";
        unreachable(this::run);
        byte[] m1 = wire.m1.get(0);
        List<byte[]> m2 = AtOnce.twice(() -> server().answer(parties, TOKEN, m1));
        assertThat(m2.get(0)).isEqualTo(m2.get(1));

        wire.lost = "M3";
        unreachable(this::run);
        byte[] m3 = wire.m3.get(0);
        List<Confirmation> m4 = AtOnce.twice(() -> server().confirm(parties, m3));
        assertThat(m4.get(0).m4()).isEqualTo(m4.get(1).m4());
        assertThat(m4.stream().map(Confirmation::keys).flatMap(Optional::stream))
                .hasSize(1);
    }

    @Test
    void refusesAWrongM4ButAsksForTheRightOneLater() {
        wire.tamper = true;
        refuses(ProblemCode.EXCHANGE_FAILED, this::run);
        wire.tamper = false;
        ConnectionKeys keys = run();

        assertThat(wire.exchanges()).hasSize(1);
        assertThat(wire.confirmed).singleElement().satisfies(confirmed -> assertSame(confirmed, keys));
    }

    private ConnectionKeys run() {
        return run(TOKEN);
    }

    private ConnectionKeys run(String token) {
        return run(token, consumer);
    }

    private ConnectionKeys run(String token, TestInstance from) {
        wire.token = token;
        KeyExchangeClient client = from.get(KeyExchangeClient.class);
        return client.finish(client.run(parties, token, wire));
    }

    private TestInstance newConsumerState() {
        consumer.close();
        consumer = new TestInstance("consumer", clock);
        return consumer;
    }

    private KeyExchangeServer server() {
        return provider.get(KeyExchangeServer.class);
    }

    private byte[] signedAgain(byte[] m1) {
        SignedEnvelope envelope = SignedEnvelope.read(m1, MessageType.M1);
        byte[] signed = SignedEnvelope.preAuthenticationEncoding(envelope.payloadType(), envelope.payload());
        return Wire.write(new SignedEnvelope(envelope.payloadType(), envelope.payload(), consumer.keys.sign(signed)));
    }

    private static int secretsAt(TestInstance instance, String table) {
        return instance.jdbc()
                .sql("select count(*) from " + table + " where sealed_secret is not null")
                .query(Integer.class)
                .single();
    }

    private static void assertSame(ConnectionKeys one, ConnectionKeys other) {
        assertThat(one.keyId()).isEqualTo(other.keyId());
        assertThat(one.consumerToProvider()).isEqualTo(other.consumerToProvider());
        assertThat(one.providerToConsumer()).isEqualTo(other.providerToConsumer());
        assertThat(one.resumption()).isEqualTo(other.resumption());
    }

    private static void unreachable(ThrowingCallable running) {
        refuses(ProblemCode.PEER_UNREACHABLE, running);
    }

    private static void refuses(ProblemCode code, ThrowingCallable receiving) {
        assertThatThrownBy(receiving)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    /** Delivers messages to the provider, and drops those it is told to. */
    private final class Wireless implements KeyExchangeClient.Transport {

        private final List<byte[]> m1 = new ArrayList<>();
        private final List<byte[]> m3 = new ArrayList<>();
        private final List<ConnectionKeys> confirmed = new ArrayList<>();
        private String lost = "none";
        private String token = TOKEN;
        private boolean rollBackConfirmation;
        private boolean tamper;
        private PeerProblem refusal;
        private byte[] m2;
        private byte[] m4;

        @Override
        public byte[] open(byte[] message) {
            m1.add(message);
            if (refusal != null) {
                throw refusal;
            }
            m2 = carry("M1", "M2", () -> server().answer(parties, token, message));
            return m2;
        }

        @Override
        public byte[] confirm(byte[] message) {
            m3.add(message);
            m4 = carry(
                    "M3",
                    "M4",
                    () -> provider.transaction().execute(transaction -> {
                        Confirmation confirmation = server().confirm(parties, message);
                        confirmation.keys().ifPresent(confirmed::add);
                        if (rollBackConfirmation) {
                            transaction.setRollbackOnly();
                        }
                        return confirmation.m4();
                    }));
            if (rollBackConfirmation) {
                throw new Problem(ProblemCode.PEER_UNREACHABLE, "the provider");
            }
            return tamper ? Acknowledgement.Message.write(MessageType.M4, new byte[16], new byte[32]) : m4;
        }

        /** The distinct exchanges that were opened. */
        private List<String> exchanges() {
            return m1.stream()
                    .map(message -> new String(message, UTF_8))
                    .distinct()
                    .toList();
        }

        private byte[] carry(String request, String answer, Supplier<byte[]> peer) {
            loseIf(request);
            try {
                byte[] answered = peer.get();
                loseIf(answer);
                return answered;
            } catch (Problem e) {
                if (e.code() == ProblemCode.PEER_UNREACHABLE) {
                    throw e;
                }
                throw new PeerProblem(
                        e.code().status(),
                        e.code().code(),
                        e.finding().arguments(),
                        e.code().retry(),
                        "refused",
                        null);
            }
        }

        private void loseIf(String message) {
            if (lost.equals(message)) {
                throw new Problem(ProblemCode.PEER_UNREACHABLE, "the provider");
            }
        }
    }
}
