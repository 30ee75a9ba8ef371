package org.serviceexchange.protocol.handshake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.TestKeys;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Parties;
import org.serviceexchange.protocol.wire.Party;
import org.serviceexchange.protocol.wire.SignedEnvelope;
import org.serviceexchange.protocol.wire.Wire;

class HandshakeTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String TOKEN = "an-access-token";

    private final TestKeys providerKeys = new TestKeys("provider");
    private final TestKeys consumerKeys = new TestKeys("consumer");
    private final TestKeys strangerKeys = TestKeys.pretending("stranger");
    private final Parties parties =
            new Parties("REG0001001", providerKeys.party(), consumerKeys.party(), consumerKeys.encryptionPublicKey());
    private final ConsumerHandshake consumer = new ConsumerHandshake(consumerKeys, new SecureRandom());
    private final ProviderHandshake provider = new ProviderHandshake(providerKeys, new SecureRandom());

    private final ConsumerHandshake.Opened opened = consumer.open(parties, TOKEN, NOW);
    private final ProviderHandshake.Answered answered = answer(opened.m1());
    private final ConsumerHandshake.Closed closed = ConsumerHandshake.close(parties, opened, answered.m2());
    private final ProviderHandshake.Confirmed confirmed = confirm(closed.m3());

    @Test
    void bothSidesEndWithTheSameKeys() {
        ConsumerHandshake.finish(MessageType.M4, opened.exchange(), closed.acknowledgement(), confirmed.m4());

        ConnectionKeys here = closed.keys();
        ConnectionKeys there = confirmed.keys();
        assertThat(here.keyId()).isEqualTo(there.keyId()).hasSize(22);
        assertThat(here.consumerToProvider())
                .isEqualTo(there.consumerToProvider())
                .hasSize(32);
        assertThat(here.providerToConsumer())
                .isEqualTo(there.providerToConsumer())
                .isNotEqualTo(here.consumerToProvider());
        assertThat(here.resumption()).isEqualTo(there.resumption());
    }

    @Test
    void everyMessageFitsInItsLimit() {
        assertThat(opened.m1()).hasSizeLessThan(Wire.MAX_BYTES);
        assertThat(answered.m2()).hasSizeLessThan(Wire.MAX_BYTES);
    }

    @Test
    void refusesM1WithAnyByteFlipped() {
        everyFlip(opened.m1(), this::answer);
    }

    @Test
    void refusesM2WithAnyByteFlipped() {
        everyFlip(answered.m2(), m2 -> ConsumerHandshake.close(parties, opened, m2));
    }

    @Test
    void refusesM3WithAnyByteFlipped() {
        everyFlip(closed.m3(), m3 -> {
            byte[] exchange = Acknowledgement.Message.read(m3, MessageType.M3).exchange();
            if (!Handshake.same(exchange, opened.exchange())) {
                throw new Problem(ProblemCode.EXCHANGE_EXPIRED); // the server's problem for an unknown exchange
            }
            confirm(m3);
        });
    }

    @Test
    void refusesM4WithAnyByteFlipped() {
        everyFlip(
                confirmed.m4(),
                m4 -> ConsumerHandshake.finish(MessageType.M4, opened.exchange(), closed.acknowledgement(), m4));
    }

    @Test
    void refusesM1SignedByAnotherKey() {
        Parties asStranger = new Parties(
                parties.registration(),
                parties.provider(),
                new Party(consumerKeys.url(), strangerKeys.signaturePublicKey()),
                parties.consumerEncryptionKey());
        byte[] m1 = handshakeOf(strangerKeys).open(asStranger, TOKEN, NOW).m1();

        fails(() -> answer(m1), "M1 is of other parties or another access token");
        byte[] disguised = handshakeOf(strangerKeys).open(parties, TOKEN, NOW).m1();
        fails(() -> answer(disguised), "the signature of M1 does not stand");
    }

    @Test
    void refusesM2SignedByAnotherKey() {
        ProviderHandshake stranger = new ProviderHandshake(strangerKeys, new SecureRandom());
        byte[] m2 = stranger.answer(parties, receive(opened.m1()), NOW).m2();

        fails(() -> ConsumerHandshake.close(parties, opened, m2), "the signature of M2 does not stand");
    }

    @Test
    void refusesM1OfAnotherAccessToken() {
        byte[] m1 = consumer.open(parties, "another-token", NOW).m1();

        fails(() -> answer(m1), "M1 is of other parties or another access token");
    }

    @Test
    void refusesMessagesOfAnotherRegistration() {
        Parties other =
                new Parties("REG0001002", parties.provider(), parties.consumer(), parties.consumerEncryptionKey());
        ConsumerHandshake.Opened otherOpened = consumer.open(other, TOKEN, NOW);
        byte[] otherM2 = provider.answer(other, ProviderHandshake.receive(other, TOKEN, otherOpened.m1()), NOW)
                .m2();
        byte[] otherM3 = ConsumerHandshake.close(other, otherOpened, otherM2).m3();

        fails(() -> answer(otherOpened.m1()), "M1 is of other parties or another access token");
        fails(() -> ConsumerHandshake.close(parties, opened, otherM2), "the signature of M2 does not stand");
        fails(() -> confirm(otherM3), "the Finished value of M3 is wrong");
    }

    @Test
    void refusesM1WithAnotherEncryptionKeyThanTheClaim() {
        Parties changed = new Parties(
                parties.registration(), parties.provider(), parties.consumer(), strangerKeys.encryptionPublicKey());
        byte[] m1 = handshakeOf(consumerKeys).open(changed, TOKEN, NOW).m1();

        fails(() -> answer(m1), "the encryption key of M1 is not the one of the claim");
    }

    @Test
    void refusesM1AtItsSender() {
        Parties mirrored = new Parties(
                parties.registration(),
                /* provider= */ parties.consumer(),
                /* consumer= */ parties.provider(),
                parties.consumerEncryptionKey());

        fails(
                () -> ProviderHandshake.receive(mirrored, TOKEN, opened.m1()),
                "M1 is of other parties or another access token");
    }

    @Test
    void refusesAMessageInThePlaceOfAnother() {
        refuses(ProblemCode.MESSAGE_MALFORMED, () -> answer(answered.m2()));
        refuses(ProblemCode.MESSAGE_MALFORMED, () -> ConsumerHandshake.close(parties, opened, opened.m1()));
        refuses(ProblemCode.MESSAGE_MALFORMED, () -> confirm(confirmed.m4()));
        refuses(
                ProblemCode.MESSAGE_MALFORMED,
                () -> ConsumerHandshake.finish(
                        MessageType.M4, opened.exchange(), closed.acknowledgement(), closed.m3()));
    }

    @Test
    void refusesTheFinishedValueOfTheOtherSide() {
        byte[] providers = Wire.read(answered.m2(), M2.Message.class).finished();
        byte[] m3 = Acknowledgement.Message.write(MessageType.M3, opened.exchange(), providers);

        fails(() -> confirm(m3), "the Finished value of M3 is wrong");
    }

    @Test
    void refusesTheAcknowledgementOfAnotherExchange() {
        fails(
                () -> ConsumerHandshake.finish(MessageType.M4, new byte[16], closed.acknowledgement(), confirmed.m4()),
                "the Finished value of M4 is wrong");
    }

    @Test
    void refusesAnEphemeralKeyThatIsNone() {
        byte[] m1 = withM1(
                json -> json.replaceFirst("\"ephemeralKey\":\"[^\"]{40}", "\"ephemeralKey\":\"" + "_".repeat(40)));

        fails(() -> answer(m1), "the ephemeral key of M1 is malformed");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"\"version\":1,\"version\":2", "\"version\":1,\"version\":0", "SX-1,SX-0"})
    void refusesAnotherVersionOrSuite(String ours, String theirs) {
        byte[] m1 = withM1(json -> json.replace(ours, theirs));

        refuses(ProblemCode.VERSION_UNSUPPORTED, () -> answer(m1));
    }

    @Test
    void refusesAnotherVersionOfTheWholeMessage() {
        byte[] m1 = new String(opened.m1(), UTF_8).replace(".v1.", ".v2.").getBytes(UTF_8);

        refuses(ProblemCode.VERSION_UNSUPPORTED, () -> answer(m1));
    }

    @ParameterizedTest
    @ValueSource(longs = {-10_000, -9_000, 0, 9_000, 10_000})
    void toleratesClocksThatAreTenSecondsApart(long millis) {
        byte[] m1 = consumer.open(parties, TOKEN, NOW.plusMillis(millis)).m1();

        assertThat(answer(m1).m2()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_600_000, -11_000, -10_001, 10_001, 11_000, 3_600_000})
    void namesBothTimesWhenClocksDiffer(long millis) {
        Instant there = NOW.plus(Duration.ofMillis(millis));
        byte[] m1 = consumer.open(parties, TOKEN, there).m1();

        assertThatThrownBy(() -> answer(m1))
                .isInstanceOf(Problem.class)
                .hasMessage("The clocks of the two instances differ too much: here " + NOW + ", there " + there
                        + ". Set both clocks by NTP and try again.");
    }

    private byte[] withM1(java.util.function.UnaryOperator<String> change) {
        SignedEnvelope envelope = SignedEnvelope.read(opened.m1(), MessageType.M1);
        byte[] payload = change.apply(new String(envelope.payload(), UTF_8)).getBytes(UTF_8);
        byte[] signed = SignedEnvelope.preAuthenticationEncoding(envelope.payloadType(), payload);
        return Wire.write(new SignedEnvelope(envelope.payloadType(), payload, consumerKeys.sign(signed)));
    }

    private static ConsumerHandshake handshakeOf(InstanceKeys keys) {
        return new ConsumerHandshake(keys, new SecureRandom());
    }

    private ProviderHandshake.Received receive(byte[] m1) {
        return ProviderHandshake.receive(parties, TOKEN, m1);
    }

    private ProviderHandshake.Answered answer(byte[] m1) {
        return provider.answer(parties, receive(m1), NOW);
    }

    private ProviderHandshake.Confirmed confirm(byte[] m3) {
        return ProviderHandshake.confirm(Exports.hash(opened.m1()), answered.m2(), answered.secret(), m3);
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

    private static void refuses(ProblemCode code, ThrowingCallable receiving) {
        assertThatThrownBy(receiving)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
