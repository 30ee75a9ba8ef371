package org.serviceexchange.connection.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceexchange.Guarantee;
import org.serviceexchange.MovableClock;
import org.serviceexchange.connection.suspension.Suspension;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.TestKeys;
import org.serviceexchange.protocol.claim.ClaimResponse;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.SignedEnvelope;
import org.serviceexchange.protocol.wire.Wire;

class StateMessagesTest {

    private static final String REGISTRATION = "REG0001001";
    private static final Suspension REST = new Suspension(
            Suspension.Kind.MAINTENANCE,
            Instant.parse("2026-11-24T12:00:00Z"),
            Instant.parse("2026-11-24T13:00:00Z"),
            "New disks 💾");
    private static final StateMessages.Beside BESIDE = new StateMessages.Beside(2, 7, REST);

    private final MovableClock clock = MovableClock.standing();
    private final TestKeys providerKeys = new TestKeys("provider");
    private final TestKeys consumerKeys = new TestKeys("consumer");
    private final TestKeys strangerKeys = new TestKeys("stranger");
    private final StateMessages provider = new StateMessages(providerKeys, clock);
    private final StateMessages consumer = new StateMessages(consumerKeys, clock);
    private final Addressee peer =
            new Addressee(REGISTRATION, providerKeys.url(), providerKeys.thumbprint(), 7, new byte[0]);

    @Test
    void carriesTheStateFromOneSideToTheOther() {
        StateQuestion asked = ask();
        StateQuestion read = provider.readQuestion(consumer.question(asked));
        assertThat(read.asker()).isEqualTo(consumerKeys.thumbprint());
        assertThat(read.version()).isEqualTo(7);

        StateDocument said = consumer.readAnswer(provider.answer(read, facts(), BESIDE), asked, "provider");
        assertThat(said.facts()).isEqualTo(facts());
        assertThat(said.heard()).isEqualTo(7);
        assertThat(said.rest()).isEqualTo(REST);
        assertThat(said.consumer()).isEqualTo(consumerKeys.thumbprint());
    }

    @Test
    @Guarantee(of = StateMessages.class, says = "An answer counts only for the question whose nonce it repeats.")
    void refusesTheAnswerToAnotherQuestion() {
        byte[] earlier = provider.answer(ask(), facts(), BESIDE);
        refused("it does not belong to this question", () -> consumer.readAnswer(earlier, ask(), "provider"));
    }

    @Test
    @Guarantee(of = StateMessages.class, says = "An answer of anybody but the pinned peer is refused.")
    void refusesAnAnswerOfAnybodyElse() {
        StateQuestion asked = ask();
        SignedEnvelope real = SignedEnvelope.read(provider.answer(asked, facts(), BESIDE), MessageType.STATE);
        StateDocument document = Wire.read(real.payload(), StateDocument.class);
        byte[] answer = SignedEnvelope.write(MessageType.STATE, document, strangerKeys);
        refused("the signature does not stand", () -> consumer.readAnswer(answer, asked, "provider"));
        StateQuestion ofStranger = consumer.ask(
                ConnectionSide.CONSUMER,
                "PCN0001001",
                new Addressee(REGISTRATION, peer.url(), strangerKeys.thumbprint(), 1, new byte[0]),
                new byte[0]);
        byte[] own = new StateMessages(strangerKeys, clock).answer(ofStranger, facts(), BESIDE);
        refused("the signature does not stand", () -> consumer.readAnswer(own, asked, "provider"));
    }

    @Test
    void refusesAQuestionForAnotherInstanceOrOfAnotherSigner() {
        byte[] forProvider = consumer.question(ask());
        assertCode(ProblemCode.EXCHANGE_FAILED, () -> new StateMessages(strangerKeys, clock).readQuestion(forProvider));
        byte[] signedByAnother = SignedEnvelope.write(MessageType.STATE_QUESTION, ask(), strangerKeys);
        assertCode(ProblemCode.EXCHANGE_FAILED, () -> provider.readQuestion(signedByAnother));
    }

    @Test
    void refusesAnOldQuestion() {
        byte[] question = consumer.question(ask());
        clock.move(Duration.ofSeconds(11));
        assertCode(ProblemCode.CLOCKS_DIFFER, () -> provider.readQuestion(question));
    }

    @Test
    void refusesCodesThatAreNotInTheList() {
        assertThatThrownBy(() -> new StateQuestion(
                        REGISTRATION,
                        "provider",
                        peer.thumbprint(),
                        consumerKeys.signaturePublicKey(),
                        1,
                        new byte[32],
                        new byte[0],
                        clock.instant()))
                .hasMessage("side must be one of [PROVIDER, CONSUMER]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RESTING     | 1 | 2             | why | suspension must be one of [NONE, SUSPENDED, MAINTENANCE]
            NONE        | 1 | 2             | why | suspendedFrom, suspendedUntil and suspensionReason must be empty without a suspension
            NONE        | 0 | 0             | why | suspendedFrom, suspendedUntil and suspensionReason must be empty without a suspension
            SUSPENDED   | 2 | 2             | why | suspendedFrom must be before suspendedUntil
            MAINTENANCE | 1 | 2             | ''  | suspensionReason must have 1 to 512 printable characters
            SUSPENDED   | 1 | 4102444800000 | why | suspendedUntil must be 366 days after time or earlier
            SUSPENDED   | -31622400001 | 1  | why | suspendedFrom must be 366 days before time or later
            """)
    void refusesASuspensionThatIsNone(String kind, long from, long until, String reason, String fault) {
        assertThatThrownBy(() -> document(kind, from, until, reason)).hasMessage(fault);
    }

    @Test
    void boundsTheReasonOfASuspension() {
        assertThat(document("SUSPENDED", 1, 2, "💾".repeat(200)).rest().reason())
                .hasSize(400);
        assertThatThrownBy(() -> document("SUSPENDED", 1, 2, "x".repeat(201)))
                .hasMessage("suspensionReason must have 200 characters or less");
    }

    private StateDocument document(String kind, long from, long until, String reason) {
        return new StateDocument(
                REGISTRATION,
                "PROVIDER",
                providerKeys.thumbprint(),
                consumerKeys.thumbprint(),
                "CCN0001001",
                "COMPLETE",
                "NONE",
                "NONE",
                "client",
                1,
                "key",
                3,
                1,
                "NOBODY",
                0,
                kind,
                at(from),
                at(until),
                reason,
                providerKeys.signaturePublicKey(),
                new byte[32],
                clock.instant());
    }

    /** Milliseconds after now; 0 for none. */
    private Instant at(long millis) {
        return millis == 0 ? Instant.EPOCH : clock.instant().plusMillis(millis);
    }

    @Test
    void believesItsOwnResponseToTheAskersClaimOnly() {
        assertThat(provider.proves(withProof(claimAnswer(providerKeys, REGISTRATION, consumerKeys))))
                .isTrue();
        assertThat(provider.proves(withProof(claimAnswer(strangerKeys, REGISTRATION, consumerKeys))))
                .isFalse();
        assertThat(provider.proves(withProof(claimAnswer(providerKeys, "REG0001002", consumerKeys))))
                .isFalse();
        assertThat(provider.proves(withProof(claimAnswer(providerKeys, REGISTRATION, strangerKeys))))
                .isFalse();
        assertThat(provider.proves(withProof(new byte[] {1}))).isFalse();
        assertThat(provider.proves(ask())).isFalse();
    }

    private byte[] claimAnswer(TestKeys by, String registration, TestKeys claimed) {
        ClaimResponse response =
                ClaimResponse.at(by.url(), registration, claimed.thumbprint(), "client", clock.instant(), "Acme");
        return SignedEnvelope.write(MessageType.CLAIM_ANSWER, response, by);
    }

    private StateQuestion withProof(byte[] proof) {
        return consumer.ask(ConnectionSide.CONSUMER, "PCN0001001", peer, proof);
    }

    private StateQuestion ask() {
        return withProof(new byte[0]);
    }

    private static StateFacts facts() {
        return new StateFacts(
                "CCN0001001",
                PeerState.CLOSED,
                PeerPhase.NONE,
                PeerReason.CANCELLED,
                "client",
                2,
                "",
                9,
                NextActor.NOBODY);
    }

    private static void refused(String fault, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOf(Problem.class).hasMessageContaining(fault);
    }

    private static void assertCode(ProblemCode code, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
