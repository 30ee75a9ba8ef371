package org.serviceexchange.connection.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.serviceexchange.Guarantee;
import org.serviceexchange.MovableClock;
import org.serviceexchange.connection.announcement.Announcements.Progress;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.kmf.primitive.Thumbprint;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.TestKeys;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.SignedEnvelope;

/** Either side, or both, get a new signature key; messages are lost, forged and repeated, and databases set back. */
class RekeyTest {

    private final MovableClock clock = MovableClock.standing();
    private final RekeyingSide provider = new RekeyingSide(ConnectionSide.PROVIDER, clock);
    private final RekeyingSide consumer = new RekeyingSide(ConnectionSide.CONSUMER, clock);

    @BeforeEach
    void connect() {
        provider.connect(consumer);
        consumer.connect(provider);
    }

    private RekeyingSide of(ConnectionSide side) {
        return side == ConnectionSide.PROVIDER ? provider : consumer;
    }

    private void tellLater(RekeyingSide side) {
        clock.move(Duration.ofDays(1));
        side.tell();
    }

    private static String known(RekeyingSide by) {
        return Thumbprint.of(by.peerKey);
    }

    private static void agree(RekeyingSide one, RekeyingSide two) {
        assertThat(known(one)).isEqualTo(two.keys.thumbprint());
        assertThat(known(two)).isEqualTo(one.keys.thumbprint());
        assertThat(two.connection().parties().provider().thumbprint())
                .isEqualTo(one.connection().parties().provider().thumbprint());
        assertThat(two.connection().parties().consumer().thumbprint())
                .isEqualTo(one.connection().parties().consumer().thumbprint());
    }

    @ParameterizedTest
    @EnumSource
    void thePartnerPinsTheNewKeyAfterItWasProved(ConnectionSide which) {
        RekeyingSide rekeyed = of(which);
        RekeyingSide partner = of(which.other());
        String former = rekeyed.keys.thumbprint();
        rekeyed.rotate(2);
        assertThat(rekeyed.view().progress()).isEqualTo(new Progress(1, 0, 0));
        assertThat(rekeyed.keys.ofRecord(rekeyed.subject()).thumbprint())
                .as("signs for the partner until then")
                .isEqualTo(former);
        rekeyed.tell();

        agree(rekeyed, partner);
        assertThat(rekeyed.view().progress()).isEqualTo(new Progress(1, 1, 0));
        assertThat(rekeyed.view().open()).isEmpty();
        assertThat(rekeyed.journal)
                .singleElement()
                .asString()
                .endsWith("The partner has proved this instance's new signature key " + rekeyed.keys.thumbprint()
                        + ", and knows it from now on.");
        assertThat(partner.journal)
                .singleElement()
                .asString()
                .contains("The partner has replaced its signature key " + former + " by " + rekeyed.keys.thumbprint());
        assertThat(partner.receipts)
                .extracting(Receipt::payloadType, Receipt::own)
                .containsExactly(
                        tuple(MessageType.SIGNATURE_KEY.payloadType(), false),
                        tuple(MessageType.SIGNATURE_KEY_PROOF.payloadType(), false));
        assertThat(rekeyed.receipts)
                .extracting(Receipt::payloadType, Receipt::own)
                .containsExactly(
                        tuple(MessageType.SIGNATURE_KEY.payloadType(), true),
                        tuple(MessageType.SIGNATURE_KEY_ANSWER.payloadType(), false));
        for (Receipt receipt : partner.receipts) {
            assertThat(SignedEnvelope.read(
                                    receipt.message(),
                                    receipt.payloadType().equals(MessageType.SIGNATURE_KEY.payloadType())
                                            ? MessageType.SIGNATURE_KEY
                                            : MessageType.SIGNATURE_KEY_PROOF)
                            .isSignedBy(receipt.signatureKey()))
                    .isTrue();
        }
        assertThat(partner.tables.former().recordsOf(RekeyingSide.REGISTRATION, former))
                .as("who still asks under the former key is no stranger")
                .containsExactly(partner.subject());
        tellLater(rekeyed);
        assertThat(rekeyed.journal).as("told once").hasSize(1);
    }

    @Test
    void bothSidesRotateAtOnce() {
        provider.rotate(2);
        consumer.rotate(2);
        provider.tell();
        consumer.tell();
        agree(provider, consumer);
        consumer.rotate(3);
        provider.rotate(3);
        consumer.reachable = false;
        provider.reachable = false;
        provider.tell();
        consumer.tell();
        consumer.reachable = true;
        provider.reachable = true;
        tellLater(consumer);
        tellLater(provider);
        agree(provider, consumer);
    }

    @ParameterizedTest
    @EnumSource
    void aLostAnswerIsFoundOut(ConnectionSide which) {
        RekeyingSide rekeyed = of(which);
        RekeyingSide partner = of(which.other());
        rekeyed.rotate(2);
        partner.answersArrive = false;
        rekeyed.tell();
        assertThat(known(partner)).isEqualTo(rekeyed.keys.thumbprint());
        assertThat(rekeyed.view().open()).hasSize(1);

        partner.answersArrive = true;
        for (int i = 0; i < 3; i++) {
            tellLater(rekeyed);
        }
        agree(rekeyed, partner);
        assertThat(partner.journal).as("pinned once").hasSize(1);
    }

    @Test
    void aKeyThatWasReplacedBeforeAnybodyHeardOfItIsLeftOut() {
        consumer.reachable = false;
        provider.rotate(2);
        provider.tell();
        provider.rotate(3);
        consumer.reachable = true;
        provider.tell();
        agree(provider, consumer);
        assertThat(provider.keys.thumbprint()).isEqualTo(new TestKeys("provider3").thumbprint());
    }

    @Test
    void anotherRotationAfterALostAnswerIsToldUnderTheKeyThatThePartnerKnows() {
        provider.rotate(2);
        consumer.answersArrive = false;
        provider.tell();
        provider.rotate(3);
        consumer.answersArrive = true;
        for (int i = 0; i < 4; i++) {
            tellLater(provider);
        }
        agree(provider, consumer);
    }

    @Guarantee(
            of = AnswerKeyAnnouncement.class,
            says = "A new key is pinned only if the pinned one announced it now and an instance at the known address"
                    + " proved that it holds the new one.")
    @Test
    void nobodyElseAnnouncesAKey() {
        LivingConnection connection = provider.connection();
        StatedKey said = provider.messages()
                .announce(connection, provider.keys.thumbprint(), new TestKeys("evil").signaturePublicKey());
        refused(
                SignedEnvelope.write(MessageType.SIGNATURE_KEY, said, new TestKeys("evil")),
                ProblemCode.EXCHANGE_FAILED);
        byte[] real = provider.messages().write(MessageType.SIGNATURE_KEY, said);
        clock.move(Duration.ofSeconds(11));
        refused(real, ProblemCode.CLOCKS_DIFFER);
        assertThat(known(consumer)).isEqualTo(provider.keys.thumbprint());
    }

    @Guarantee(
            of = AnswerKeyAnnouncement.class,
            says = "The holder of a stolen key who is not at that address replaces nothing.")
    @Test
    void aStolenKeyReplacesNothing() {
        StatedKey said = provider.messages()
                .announce(provider.connection(), provider.keys.thumbprint(), new TestKeys("evil").signaturePublicKey());
        refused(provider.messages().write(MessageType.SIGNATURE_KEY, said), ProblemCode.SIGNATURE_KEY_NOT_ADOPTED);
        assertThat(known(consumer)).isEqualTo(provider.keys.thumbprint());
        assertThat(consumer.journal).singleElement().asString().contains("which was refused");
    }

    @Test
    void anOldAnnouncementAfterANewerOneIsRefused() {
        StatedKey old = provider.messages()
                .announce(
                        provider.connection(),
                        provider.keys.thumbprint(),
                        new TestKeys("provider2").signaturePublicKey());
        byte[] replayed = provider.messages().write(MessageType.SIGNATURE_KEY, old);
        provider.rotate(2);
        provider.rotate(3);
        provider.tell();
        refused(replayed, ProblemCode.EXCHANGE_FAILED);
        agree(provider, consumer);
    }

    @Test
    void aReplayedProofProvesNothing() {
        provider.rotate(2);
        StatedKey said = provider.messages()
                .announce(
                        provider.connection(),
                        new TestKeys("provider1").thumbprint(),
                        provider.keys.signaturePublicKey());
        StatedKey first = consumer.messages().ask(said);
        StatedKey second = consumer.messages().ask(said);
        byte[] proof = new AnswerKeyQuestion(provider.messages(), provider.keys)
                .answer(consumer.messages().write(MessageType.SIGNATURE_KEY_QUESTION, first));
        KeyMessages.accept(
                proof, MessageType.SIGNATURE_KEY_PROOF, provider.keys.signaturePublicKey(), first, "provider");
        assertThatThrownBy(() -> KeyMessages.accept(
                        proof, MessageType.SIGNATURE_KEY_PROOF, provider.keys.signaturePublicKey(), second, "provider"))
                .hasMessageContaining("it does not belong to this question");
    }

    private void refused(byte[] announcement, ProblemCode code) {
        assertThatThrownBy(() -> consumer.answer(announcement))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void aPartnerThatWasSetBackIsToldAgainOnceItAsks() {
        byte[] before = consumer.peerKey;
        String former = provider.keys.thumbprint();
        provider.rotate(2);
        provider.tell();
        consumer.peerKey = before;
        provider.keys.addressedAs(provider.subject(), former);
        assertThat(provider.keys.ofRecord(provider.subject()).thumbprint()).isEqualTo(former);
        provider.tell();
        agree(provider, consumer);
    }

    @Test
    void anInstanceThatWasSetBackToItsFormerKeyIsBelievedNoMore() {
        provider.rotate(2);
        provider.tell();
        provider.keys.backTo("provider1");
        StatedKey said = provider.messages()
                .announce(provider.connection(), provider.keys.thumbprint(), provider.keys.signaturePublicKey());
        refused(provider.messages().write(MessageType.SIGNATURE_KEY, said), ProblemCode.EXCHANGE_FAILED);
        assertThat(known(consumer)).isEqualTo(new TestKeys("provider2").thumbprint());
    }

    @Test
    void aPersonGivesUpByNameOrOnAllAndChangesTheirMind() {
        consumer.reachable = false;
        provider.rotate(2);
        provider.decide().giveUpAll("ada");
        assertThat(provider.view().progress()).as("not told yet").isEqualTo(new Progress(1, 0, 0));
        provider.tell();
        provider.decide().giveUpAll("ada");
        assertThat(provider.view().progress()).isEqualTo(new Progress(1, 0, 1));
        assertThat(provider.keys.ofRecord(provider.subject()).thumbprint())
                .as("the active key signs for it")
                .isEqualTo(provider.keys.thumbprint());
        consumer.reachable = true;
        provider.decide().again();
        tellLater(provider);
        assertThat(known(consumer)).isNotEqualTo(provider.keys.thumbprint());

        provider.decide().again(provider.subject(), "bob");
        provider.tell();
        agree(provider, consumer);
        assertThat(provider.journal)
                .filteredOn(note -> note.startsWith("ada") || note.startsWith("bob"))
                .containsExactly(
                        "ada: Gave up telling the partner this instance's new signature key, which signs for it from"
                                + " now on.",
                        "bob: The partner is told this instance's new signature key after all.");
    }

    @Test
    void oneThatDoesNotLiveYetIsToldOnceItDoes() {
        provider.living = false;
        provider.rotate(2);
        provider.tell();
        assertThat(provider.view().open().get(0).address()).isNull();
        assertThat(provider.journal).isEmpty();
        provider.living = true;
        clock.move(Duration.ofMinutes(10));
        provider.tell();
        agree(provider, consumer);
    }

    @Test
    void aFormerKeyThatWasWithdrawnSignsForNobody() {
        consumer.reachable = false;
        provider.rotate(2);
        provider.tell();
        provider.keys.withdraw("provider1");
        consumer.reachable = true;
        assertThat(provider.keys.ofRecord(provider.subject()).thumbprint()).isEqualTo(provider.keys.thumbprint());
        tellLater(provider);
        assertThat(known(consumer)).isEqualTo(new TestKeys("provider1").thumbprint());
        assertThat(provider.view().open()).hasSize(1);
    }
}
