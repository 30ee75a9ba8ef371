package org.serviceexchange.connection.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;
import org.serviceexchange.MovableClock;
import org.serviceexchange.connection.heartbeat.HeartbeatRow;
import org.serviceexchange.connection.heartbeat.HeartbeatRows;
import org.serviceexchange.connection.lineage.Incarnation;
import org.serviceexchange.connection.lineage.OwnLine;
import org.serviceexchange.connection.state.Inquiries.PeerVersion;
import org.serviceexchange.connection.suspension.KeptSuspension;
import org.serviceexchange.connection.suspension.MemorySuspensions;
import org.serviceexchange.connection.suspension.Standstills;
import org.serviceexchange.connection.suspension.Suspension;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.TestKeys;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.registration.Decision;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.state.RegistrationRecords;
import org.springframework.beans.factory.ObjectProvider;

class AnswerStateTest {

    private final TestKeys providerKeys = new TestKeys("provider");
    private final TestKeys consumerKeys = new TestKeys("consumer");
    private final TestKeys otherKeys = new TestKeys("other");
    private final MovableClock clock = MovableClock.standing();
    private final Instances world = new Instances(new Random(1));
    private final HeartbeatRows heartbeats = mock();
    private final MemorySuspensions suspensions = new MemorySuspensions();
    private final AnswerState answerState = new AnswerState(
            new StateMessages(providerKeys, clock),
            new Sides(new ObjectProvider<>() {
                @Override
                public Stream<SharedRecords> stream() {
                    return Stream.of(world.records(ConnectionSide.PROVIDER));
                }
            }),
            world.providerInquiries,
            world.providerInquiries,
            new Standstills(suspensions, clock),
            heartbeats);

    @Test
    void answersTheConsumerInForce() {
        claimedBy(consumerKeys);
        StateFacts said = ask(consumerKeys, 3);
        assertThat(said.state()).isEqualTo(PeerState.OPEN);
        assertThat(said.claim()).isEqualTo("client-" + consumerKeys.thumbprint());
    }

    @Test
    void asksInTurnOnceTheAskersRecordIsAnother() {
        claimedBy(consumerKeys);
        ask(consumerKeys, 3);
        assertThat(due()).isEqualTo(1);
        world.providerInquiries.take(world.providerInquiries.due(Instant.MAX, 1).get(0), Instant.MAX);
        world.providerInquiries.heard(ConnectionSide.PROVIDER, TestRegistrations.NUMBER, heard(3), null);
        ask(consumerKeys, 3);
        assertThat(due()).isZero();
        ask(consumerKeys, 4);
        assertThat(due()).isEqualTo(1);
    }

    @Test
    void tellsTheConsumerInForceOfTheOwnSuspensionAndOfWhatItHasHeard() {
        Registration registration = claimedBy(consumerKeys);
        Suspension suspension = new Suspension(
                Suspension.Kind.SUSPENDED, clock.instant(), clock.instant().plusSeconds(60), "why");
        suspensions.save(
                new KeptSuspension("CCN0001001", true, registration.number(), suspension, clock.instant(), 1, null));
        assertThat(document(consumerKeys, 3).rest()).as("not live yet").isEqualTo(Suspension.NONE);

        complete(registration);
        world.providerInquiries.heard(ConnectionSide.PROVIDER, TestRegistrations.NUMBER, heard(3), null);
        assertThat(document(consumerKeys, 3).rest()).isEqualTo(suspension);
        assertThat(document(consumerKeys, 3).heard()).isEqualTo(3);
        clock.move(Duration.ofMinutes(1));
        assertThat(document(consumerKeys, 3).rest()).as("over").isEqualTo(Suspension.NONE);
    }

    @Test
    @Guarantee(
            of = AnswerState.class,
            says = "Somebody who was never pinned for a registration is not told whether it exists.")
    void answersStrangersAlikeWhetherThereIsARegistration() {
        Problem none = refusal();
        claimedBy(consumerKeys);
        Problem another = refusal();
        assertThat(another.code()).isEqualTo(none.code()).isEqualTo(ProblemCode.EXCHANGE_FAILED);
        assertThat(another.getMessage()).isEqualTo(none.getMessage());
    }

    @Test
    @Guarantee(of = AnswerState.class, says = "A question changes nothing but what is asked next.")
    void leavesTheRecordAsItIs() {
        claimedBy(consumerKeys);
        long before = world.registrations.version(TestRegistrations.NUMBER);
        ask(consumerKeys, 3);
        assertThat(world.registrations.version(TestRegistrations.NUMBER)).isEqualTo(before);
    }

    @Test
    @Guarantee(
            of = RegistrationRecords.class,
            says = "A consumer whose claim is not in force is told nothing of another's claim and keys.")
    void tellsAFormerConsumerNothingOfTheNextOne() {
        Registration registration = claimedBy(otherKeys);
        registration.renewLink(TestRegistrations.link("hash-2"));
        registration.claimed(
                TestRegistrations.claim(consumerKeys.thumbprint()), TestRegistrations.URL, TestRegistrations.NOW);
        world.registrations.save(registration);
        StateFacts said = ask(otherKeys, 3);
        assertThat(said.state()).isEqualTo(PeerState.OPEN);
        assertThat(said.claim()).isEmpty();
        assertThat(said.keyId()).isEmpty();
        assertThat(said.generation()).isEqualTo(2);
    }

    @Test
    void answersAFormerConsumerAfterTheEnd() {
        Registration registration = claimedBy(consumerKeys);
        registration.close(org.serviceexchange.provider.registration.ClosingReason.CANCELLED);
        world.registrations.save(registration);
        StateFacts said = ask(consumerKeys, 3);
        assertThat(said.state()).isEqualTo(PeerState.CLOSED);
        assertThat(said.reason()).isEqualTo(PeerReason.CANCELLED);
    }

    /** After a restore its versions begin again below what the consumer has seen, in an incarnation of their own. */
    @Test
    void saysTheIncarnationOfItsHeartbeats() {
        Registration registration = claimedBy(consumerKeys);
        assertThat(document(consumerKeys, 3).incarnation()).isEqualTo(1);
        TestRegistrations.complete(registration);
        world.registrations.save(registration);
        assertThat(document(consumerKeys, 3).incarnation()).isEqualTo(1);
        HeartbeatRow row = mock();
        when(row.line()).thenReturn(new OwnLine(new Incarnation(4, "A".repeat(22)), 7));
        when(heartbeats.ofSubject(TestRegistrations.NUMBER)).thenReturn(Optional.of(row));
        StateDocument said = document(consumerKeys, 3);
        assertThat(said.incarnation()).isEqualTo(4);
        assertThat(said.version()).isEqualTo(world.registrations.version(TestRegistrations.NUMBER));
    }

    private Registration claimedBy(TestKeys consumer) {
        Registration registration = TestRegistrations.open();
        registration.claimed(
                TestRegistrations.claim(consumer.thumbprint()), TestRegistrations.URL, TestRegistrations.NOW);
        world.registrations.add(registration);
        return registration;
    }

    private Problem refusal() {
        Throwable[] caught = new Throwable[1];
        assertThatThrownBy(() -> ask(otherKeys, 3)).satisfies(refused -> caught[0] = refused);
        return (Problem) caught[0];
    }

    private int due() {
        return world.providerInquiries.due(Instant.MAX, 9).size();
    }

    private void complete(Registration registration) {
        registration.contactMatched(new Decision(TestRegistrations.CONTACT, TestRegistrations.NOW));
        registration.consented(new Decision(TestRegistrations.CONTACT, TestRegistrations.NOW));
        registration.keysAgreed("CCN0001001", "key");
        registration.probeReceived("key", TestRegistrations.NOW);
        registration.probeSent("key", TestRegistrations.NOW);
        registration.activate();
        world.registrations.save(registration);
    }

    private StateFacts ask(TestKeys asker, long version) {
        return document(asker, version).facts();
    }

    private StateDocument document(TestKeys asker, long version) {
        StateMessages messages = new StateMessages(asker, clock);
        StateQuestion question = messages.ask(
                ConnectionSide.CONSUMER,
                "PCN0001001",
                new Addressee(
                        TestRegistrations.NUMBER, providerKeys.url(), providerKeys.thumbprint(), version, new byte[0]),
                new byte[0]);
        byte[] answer = answerState.answer(messages.question(question));
        return messages.readAnswer(answer, question, "provider");
    }

    private Inquiries.Heard heard(long version) {
        return new Inquiries.Heard(
                new PeerVersion(1, version), PeerState.OPEN, PeerReason.NONE, NextActor.CONSUMER, clock.instant());
    }
}
