package org.serviceexchange.connection.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.serviceexchange.MovableClock;
import org.serviceexchange.connection.announcement.Announcement;
import org.serviceexchange.connection.announcement.Announcements.Progress;
import org.serviceexchange.connection.newcontact.AnswerContactQuestion;
import org.serviceexchange.connection.newcontact.StatedContact;
import org.serviceexchange.connection.signature.store.TestKeyTables;
import org.serviceexchange.connection.state.Addressee;
import org.serviceexchange.connection.state.SharedRecords;
import org.serviceexchange.connection.state.StateMessages;
import org.serviceexchange.connection.statement.Statements;
import org.serviceexchange.kmf.SignatureKeyReplaced;
import org.serviceexchange.kmf.primitive.Thumbprint;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Parties;
import org.springframework.beans.factory.ObjectProvider;

/** Who is planned to be told a new signature key, and when that is forgotten. */
class KeyPlansTest {

    private static final String NUMBER = "PCN0001001";

    private final MovableClock clock = MovableClock.standing();
    private final TestKeyTables tables = new TestKeyTables(UUID.randomUUID().toString(), clock);
    private final KeyAnnouncements announcements = tables.announcements();
    private final SharedRecords records = mock();
    private final PlanKeyAnnouncements plans = new PlanKeyAnnouncements(
            announcements,
            new ObjectProvider<>() {
                @Override
                public Stream<SharedRecords> stream() {
                    return Stream.of(records);
                }
            },
            clock);

    @Test
    void aClaimWhoseAnswerWasLostIsRepeatedUnderTheKeyOfTheFirst() {
        when(records.begun(anyInt())).thenReturn(List.of(NUMBER));
        plans.plan(new SignatureKeyReplaced("K1", "K2"));
        assertThat(tables.pinned().ofRecord(NUMBER)).hasValue("K1");
        assertThat(plans.removeEnded()).isZero();
        when(records.begun(anyInt())).thenReturn(List.of());
        assertThat(plans.removeEnded()).isOne();
        assertThat(tables.pinned().ofRecord(NUMBER)).isEmpty();
    }

    @Test
    void anOnboardingThatCompletesMeanwhileIsKept() {
        when(records.begun(anyInt())).thenReturn(List.of(NUMBER));
        plans.plan(new SignatureKeyReplaced("K1", "K2"));
        when(records.begun(anyInt())).thenAnswer(call -> {
            tables.living(NUMBER, ConnectionSide.CONSUMER.name(), "REG0001001");
            return List.of();
        });
        assertThat(plans.removeEnded()).isZero();
        assertThat(announcements.of(NUMBER)).isPresent();
    }

    @Test
    void aRowForAKeyThatWasReplacedIsBroughtUpToDateAndTold() {
        RekeyingSide provider = new RekeyingSide(ConnectionSide.PROVIDER, clock);
        RekeyingSide consumer = new RekeyingSide(ConnectionSide.CONSUMER, clock);
        provider.connect(consumer);
        consumer.connect(provider);
        String former = provider.keys.thumbprint();
        provider.rotate(2);
        provider.tell();
        String active = provider.keys.thumbprint();
        provider.tables
                .pinned()
                .pinned(provider.subject(), active, former); // by a node that had yet to read of the rotation
        provider.tell();
        assertThat(provider.view().progress()).isEqualTo(new Progress(1, 1, 0));
        assertThat(provider.tables.announcements().of(provider.subject()))
                .map(Announcement::announced)
                .hasValue(active);
    }

    @Test
    void whoWasGivenUpOnIsAskedUnderTheKeyThatItKnows() {
        RekeyingSide provider = new RekeyingSide(ConnectionSide.PROVIDER, clock);
        RekeyingSide consumer = new RekeyingSide(ConnectionSide.CONSUMER, clock);
        provider.connect(consumer);
        consumer.connect(provider);
        String former = provider.keys.thumbprint();
        consumer.reachable = false;
        provider.rotate(2);
        provider.tell();
        provider.decide().giveUpAll("ada");
        Addressee peer =
                new Addressee(RekeyingSide.REGISTRATION, "https://c.example.com", "C".repeat(43), 1, new byte[0]);
        StateMessages messages = new StateMessages(provider.keys, clock);
        assertThat(messages.ask(ConnectionSide.PROVIDER, provider.subject(), peer, new byte[0])
                        .asker())
                .isEqualTo(former);
        provider.keys.withdraw("provider1");
        assertThat(messages.ask(ConnectionSide.PROVIDER, provider.subject(), peer, new byte[0])
                        .asker())
                .as("it is not held any more")
                .isEqualTo(provider.keys.thumbprint());
    }

    @Test
    void aQuestionForTheContactIsAnsweredUnderTheKeyThatItNames() {
        RekeyingSide provider = new RekeyingSide(ConnectionSide.PROVIDER, clock);
        RekeyingSide consumer = new RekeyingSide(ConnectionSide.CONSUMER, clock);
        provider.connect(consumer);
        consumer.connect(provider);
        byte[] former = consumer.peerKey;
        provider.rotate(2);
        provider.tell();
        consumer.peerKey = former; // set back to a time before
        Parties parties = consumer.connection().parties();
        StatedContact question = new StatedContact(
                RekeyingSide.REGISTRATION,
                ConnectionSide.CONSUMER.name(),
                parties.provider().thumbprint(),
                parties.consumer().thumbprint(),
                "",
                "",
                Instant.EPOCH,
                Statements.nonce(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        byte[] answer = new AnswerContactQuestion(provider.statements(), mock())
                .answer(consumer.statements().write(MessageType.CONTACT_QUESTION, question));
        assertThat(Statements.readAnswer(answer, MessageType.CONTACT, StatedContact.class, former, question, "provider")
                        .provider())
                .isEqualTo(Thumbprint.of(former));
    }
}
