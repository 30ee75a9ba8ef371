package org.serviceexchange.connection.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.Guarantee;
import org.serviceexchange.MovableClock;
import org.serviceexchange.TestInstanceSettings;
import org.serviceexchange.connection.announcement.Announcement;
import org.serviceexchange.connection.announcement.Announcements.Progress;
import org.serviceexchange.connection.statement.Statements;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.TestKeys;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.SignedEnvelope;

/** Either side moves, both do, one does not arrive, and a copy tries to: with real messages, tables and signatures. */
class MovedInstancesTest {

    private static final String NEW = "https://new.example.com";
    private static final String OTHER = "https://other.example.com";

    private final MovableClock clock = MovableClock.standing();
    private final Map<String, MovingSide> network = new LinkedHashMap<>();
    private final MovingSide provider = side(ConnectionSide.PROVIDER);
    private final MovingSide consumer = side(ConnectionSide.CONSUMER);

    private MovingSide side(ConnectionSide side) {
        return new MovingSide(side, MovingSide.keys(side), network, clock);
    }

    @BeforeEach
    void connect() {
        provider.connect(consumer.party());
        consumer.connect(provider.party());
    }

    private MovingSide of(ConnectionSide side) {
        return side == ConnectionSide.PROVIDER ? provider : consumer;
    }

    private void move(MovingSide side, String url) {
        clock.move(Duration.ofMinutes(1));
        side.moveTo(url);
    }

    private void tellLater(MovingSide side) {
        clock.move(Duration.ofDays(1));
        side.tell();
    }

    @ParameterizedTest
    @EnumSource
    void thePartnerUsesTheNewAddressAfterItWasProvedThere(ConnectionSide which) {
        MovingSide mover = of(which);
        MovingSide partner = of(which.other());
        String former = mover.url();
        move(mover, NEW);
        assertThat(mover.ownView().progress()).isEqualTo(new Progress(1, 0, 0));
        mover.tell();

        assertThat(partner.peerUrl()).isEqualTo(NEW);
        assertThat(mover.ownView().progress()).isEqualTo(new Progress(1, 1, 0));
        assertThat(mover.ownView().open()).isEmpty();
        assertThat(partner.journal)
                .singleElement()
                .asString()
                .startsWith("system: The partner moved from " + former + " to " + NEW
                        + ". It proved the new address with its signature key. The former address is tried until");
        assertThat(mover.journal)
                .containsExactly("system: The partner has proved this instance's new address " + NEW
                        + ", and uses it from now on.");
        assertThat(partner.receipts)
                .extracting(Receipt::payloadType, Receipt::own)
                .containsExactly(
                        tuple(MessageType.ADDRESS.payloadType(), false),
                        tuple(MessageType.ADDRESS_PROOF.payloadType(), false));
        assertThat(mover.receipts)
                .extracting(Receipt::payloadType, Receipt::own)
                .containsExactly(
                        tuple(MessageType.ADDRESS.payloadType(), true),
                        tuple(MessageType.ADDRESS_ANSWER.payloadType(), false));
        PeerAddressInView.View seen = partner.view();
        assertThat(List.of(seen.address(), seen.former())).containsExactly(NEW, former);
        assertThat(seen.formerTried()).isTrue();
        assertThat(partner.tables.fallback().before(URI.create(NEW + "/sx/v1/state")))
                .hasValue(URI.create(former + "/sx/v1/state"));
        assertThat(mover.view().untold()).isNull();

        tellLater(mover);
        assertThat(mover.journal).as("told once").hasSize(1);
        clock.move(Duration.ofDays(7));
        assertThat(partner.view().formerTried()).isFalse();
        assertThat(partner.tables.fallback().before(URI.create(NEW + "/sx/v1/state")))
                .isEmpty();
    }

    @Test
    void bothMoveOneAfterTheOther() {
        move(provider, NEW);
        provider.tell();
        move(consumer, OTHER);
        consumer.tell();
        assertThat(provider.peerUrl()).isEqualTo(OTHER);
        assertThat(consumer.peerUrl()).isEqualTo(NEW);
        move(provider, "https://provider.example.com");
        provider.tell();
        assertThat(consumer.peerUrl()).as("and back again").isEqualTo("https://provider.example.com");
    }

    @Test
    void isToldAgainUntilThePartnerIsThere() {
        network.values().removeIf(known -> known == consumer);
        move(provider, NEW);
        provider.tell();
        Announcement waiting = provider.ownView().open().get(0).announcement();
        assertThat(waiting.failure()).extracting(Finding::code).isEqualTo(ProblemCode.PEER_UNREACHABLE);
        assertThat(waiting.due())
                .isBetween(clock.instant().plusSeconds(30), clock.instant().plusSeconds(36));
        for (int i = 0; i < 20; i++) {
            tellLater(provider);
        }
        waiting = provider.ownView().open().get(0).announcement();
        assertThat(waiting.tries()).isEqualTo(21);
        assertThat(Duration.between(clock.instant(), waiting.due()))
                .isBetween(Duration.ofHours(8), Duration.ofHours(11));
        assertThat(provider.journal).as("the same reason once").hasSize(1);

        network.put(consumer.url(), consumer);
        tellLater(provider);
        assertThat(consumer.peerUrl()).isEqualTo(NEW);
        assertThat(provider.ownView().open()).isEmpty();
    }

    @Test
    void aLostAnswerChangesNothing() {
        move(provider, NEW);
        StatedAddress said = provider.messages().say(provider.connection(), NEW);
        byte[] announcement = provider.messages().write(MessageType.ADDRESS, said);
        consumer.answerAnnouncement().answer(announcement);
        byte[] again = consumer.answerAnnouncement().answer(announcement);
        assertThat(AddressMessages.readAnswer(again, MessageType.ADDRESS_ANSWER, provider.connection(), said)
                        .baseUrl())
                .isEqualTo(NEW);
        assertThat(consumer.journal).as("moved once").hasSize(1);
    }

    @Guarantee(
            of = AnswerAnnouncement.class,
            says = "An announced address counts only after the pinned peer proved it there.")
    @Test
    void refusesAnAddressThatLeadsElsewhere() {
        MovingSide stranger = new MovingSide(ConnectionSide.PROVIDER, new TestKeys("stranger"), network, clock);
        stranger.connect(consumer.party());
        network.put(NEW, stranger);
        refused(NEW, ProblemCode.ADDRESS_NOT_ADOPTED);
        assertThat(consumer.journal)
                .singleElement()
                .asString()
                .startsWith("system: The partner announced the address " + NEW + ", which was refused: ");
        assertThat(consumer.view().move().refused()).isEqualTo(NEW);

        network.put(NEW, provider);
        refused(NEW, ProblemCode.ADDRESS_NOT_ADOPTED);
        assertThat(consumer.view().move().why().code())
                .as("it is there, but calls itself otherwise")
                .isEqualTo(ProblemCode.PEER_ANSWER_INVALID);
    }

    @Guarantee(
            of = AnswerAnnouncement.class,
            says = "No address is adopted that this instance would not call, or that is its own.")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://new.example.com",
                "https://10.0.0.1",
                "https://localhost:8443",
                "https://consumer.example.com",
                "https://new.example.com/login",
                "no address"
            })
    void refusesAnAddressThatIsNeverCalled(String forbidden) {
        network.put(forbidden, provider);
        refused(forbidden, ProblemCode.ADDRESS_NOT_ADOPTED);
        assertThat(consumer.view().move().refused()).isEqualTo(forbidden);
    }

    @Guarantee(
            of = ProveAddress.class,
            says = "A copy of the peer proves none as long as the original answers at the address that is known.")
    @Test
    void refusesACopyWhileTheOriginalIsThere() {
        MovingSide copy = side(ConnectionSide.PROVIDER);
        copy.connect(consumer.party());
        network.put("https://provider.example.com", provider);
        clock.move(Duration.ofMinutes(1));
        copy.startAt(NEW);
        copy.tell();

        assertThat(consumer.peerUrl()).isEqualTo("https://provider.example.com");
        assertThat(consumer.view().move().why().code()).isEqualTo(ProblemCode.ADDRESS_STILL_USED);
        assertThat(copy.ownView().open().get(0).announcement().failure().code())
                .isEqualTo(ProblemCode.ADDRESS_STILL_USED);
        network.remove("https://provider.example.com");
        tellLater(copy);
        assertThat(consumer.peerUrl()).as("the original is gone").isEqualTo(NEW);
        assertThat(consumer.view().move().refused()).isNull();
    }

    @Guarantee(
            of = ProveAddress.class,
            says = "Nobody but the holder of the pinned signature key, asked now, proves an address.")
    @Guarantee(of = Statements.class, says = "An answer counts only for the message whose nonce it repeats.")
    @Test
    void refusesAProofOfAnotherQuestion() {
        move(provider, NEW);
        StatedAddress first = consumer.messages().say(consumer.connection(), NEW);
        byte[] proof = provider.answer(
                URI.create(NEW + "/sx/v1/addresses/questions"),
                consumer.messages().write(MessageType.ADDRESS_QUESTION, first));
        assertThat(AddressMessages.readAnswer(proof, MessageType.ADDRESS_PROOF, consumer.connection(), first)
                        .baseUrl())
                .isEqualTo(NEW);
        StatedAddress second = consumer.messages().say(consumer.connection(), NEW);
        assertThatThrownBy(() ->
                        AddressMessages.readAnswer(proof, MessageType.ADDRESS_PROOF, consumer.connection(), second))
                .hasMessageContaining("it does not belong to this question");
    }

    @Guarantee(
            of = Statements.class,
            says = "Nothing but a message that the pinned peer of a living connection signed is read.")
    @Test
    void answersNobodyElse() {
        MovingSide stranger = new MovingSide(ConnectionSide.PROVIDER, new TestKeys("stranger"), network, clock);
        StatedAddress said = provider.messages().say(provider.connection(), NEW);
        failed(SignedEnvelope.write(MessageType.ADDRESS, said, stranger.keys));
        byte[] real = provider.messages()
                .write(MessageType.ADDRESS, provider.messages().say(provider.connection(), NEW));
        clock.move(Duration.ofSeconds(11));
        assertThatThrownBy(() -> consumer.answerAnnouncement().answer(real))
                .isInstanceOfSatisfying(
                        Problem.class, late -> assertThat(late.code()).isEqualTo(ProblemCode.CLOCKS_DIFFER));
        consumer.end();
        failed(real);
        assertThat(consumer.journal).isEmpty();
    }

    private void failed(byte[] message) {
        assertThatThrownBy(() -> consumer.answerAnnouncement().answer(message))
                .isInstanceOfSatisfying(
                        Problem.class, failed -> assertThat(failed.code()).isEqualTo(ProblemCode.EXCHANGE_FAILED));
    }

    private void refused(String announced, ProblemCode code) {
        byte[] message = provider.messages()
                .write(MessageType.ADDRESS, provider.messages().say(provider.connection(), announced));
        assertThatThrownBy(() -> consumer.answerAnnouncement().answer(message))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo(code));
        assertThat(consumer.peerUrl()).isEqualTo("https://provider.example.com");
        assertThat(consumer.receipts).isEmpty();
    }

    @Test
    void anAlteredRecordHindersNobody() {
        provider.altered = "CCN0001000";
        provider.tables.with(provider.altered);
        move(provider, NEW);
        assertThat(provider.ownView().open())
                .extracting(OwnAddressInView.Partner::subject)
                .containsExactly(provider.number);
        provider.tell();
        assertThat(consumer.peerUrl()).isEqualTo(NEW);
        assertThat(provider.tables
                        .announcements()
                        .of(provider.altered)
                        .orElseThrow()
                        .due())
                .isAfter(clock.instant().plus(Duration.ofHours(8)));
    }

    @Test
    void aRefusalIsOverWhenThePeerAnnouncesTheKnownAddress() {
        refused("https://10.0.0.1", ProblemCode.ADDRESS_NOT_ADOPTED);
        consumer.answerAnnouncement()
                .answer(provider.messages()
                        .write(MessageType.ADDRESS, provider.messages().say(provider.connection(), provider.url())));
        assertThat(consumer.view().move().refused()).isNull();
    }

    // ---- People

    @Test
    void aPersonGivesUpByNameAndChangesTheirMind() {
        network.values().removeIf(known -> known == consumer);
        move(provider, NEW);
        provider.tell();
        provider.decide().giveUp("CCN0001001", "ada");
        provider.decide().giveUp("CCN0001001", "ada");
        assertThat(provider.ownView().progress()).isEqualTo(new Progress(1, 0, 1));
        assertThat(provider.view().untold().givenUpBy()).isEqualTo("ada");
        network.put(consumer.url(), consumer);
        provider.decide().again();
        tellLater(provider);
        assertThat(consumer.peerUrl()).isEqualTo("https://provider.example.com");

        provider.decide().again("CCN0001001", "bob");
        provider.tell();
        assertThat(consumer.peerUrl()).isEqualTo(NEW);
        provider.decide().giveUp("CCN0001001", "ada");
        provider.decide().again("CCN0001001", "bob");
        assertThat(provider.journal)
                .filteredOn(note -> !note.startsWith("system"))
                .containsExactly(
                        "ada: Gave up telling the partner this instance's new address. The partner keeps the former"
                                + " one.",
                        "bob: The partner is told this instance's new address after all.");
    }

    @Test
    void aPersonEntersTheAddressWhenBothMovedAtOnce() {
        move(provider, NEW);
        move(consumer, OTHER);
        provider.tell();
        consumer.tell();
        assertThat(List.of(provider.peerUrl(), consumer.peerUrl()))
                .containsExactly("https://consumer.example.com", "https://provider.example.com");
        assertThatThrownBy(() -> consumer.enterPeerAddress().enter("PCN0001001", "https://nobody.example.com", "ada"))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.PEER_UNREACHABLE));

        consumer.enterPeerAddress().enter("PCN0001001", NEW + "/", "ada");
        assertThat(consumer.peerUrl()).isEqualTo(NEW);
        assertThat(consumer.journal).last().asString().startsWith("ada: The partner moved from");
        tellLater(consumer);
        assertThat(provider.peerUrl()).as("heals the other direction").isEqualTo(OTHER);
    }

    // ---- What is noticed

    @Test
    void aNodeThatStillHasTheFormerAddressDoesNotMoveBack() {
        AddressRounds former = provider.rounds();
        former.round();
        move(provider, NEW);
        clock.move(Duration.ofMinutes(1));
        former.round();
        provider.rounds().round();
        assertThat(provider.tables.own().all())
                .extracting(OwnAddresses.Used::address)
                .containsExactly(NEW, "https://provider.example.com");
        former.close();
    }

    @Test
    void theFirstAddressIsNoMove() {
        assertThat(provider.ownView().progress().all()).isZero();
        assertThat(provider.ownView().former()).isEmpty();
    }

    @Test
    void connectionsThatBecameActiveLaterAreToldToo() {
        move(provider, NEW);
        provider.tell();
        provider.tables.with("CCN0001002");
        NoticeMove notice =
                new NoticeMove(provider.tables.own(), provider.tables.announcements(), TestInstanceSettings.at(NEW));
        notice.planLate(clock.instant());
        assertThat(provider.ownView().progress()).isEqualTo(new Progress(2, 1, 0));
        provider.tables.ended("CCN0001002");
        assertThat(notice.planLate(clock.instant())).isEqualTo(1);
        clock.move(Duration.ofDays(31));
        provider.tables.with("CCN0001003");
        notice.planLate(clock.instant());
        assertThat(provider.ownView().progress().all())
                .as("began at the new address")
                .isEqualTo(1);
    }
}
