package org.serviceexchange.connection.newcontact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.MovableClock;
import org.serviceexchange.connection.suspension.SuspensionSide;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.TestKeys;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.SignedEnvelope;

/** The consumer of a live connection hears of another contact, over the real questions of both sides. */
class NewContactTest {

    private final MovableClock clock = MovableClock.standing();
    private final SuspensionSide provider = new SuspensionSide(ConnectionSide.PROVIDER, clock);
    private final SuspensionSide consumer = new SuspensionSide(ConnectionSide.CONSUMER, clock);

    @BeforeEach
    void connect() {
        provider.connect(consumer);
        consumer.connect(provider);
        consumer.ask();
        provider.ask();
        settle();
    }

    private void settle() {
        boolean asked = true;
        while (asked) {
            boolean byProvider = provider.askDue();
            asked = consumer.askDue() || byProvider;
        }
    }

    private void changed(String contact, String company) {
        clock.move(Duration.ofMinutes(1));
        provider.contactChanged(contact, company);
    }

    @Test
    void theConsumerHearsOfAnotherContactWithTheSignedWordOfTheProvider() {
        int before = consumer.journal.size();
        changed("Mia Keller", "Acme");
        settle();

        assertThat(consumer.journal.subList(before, consumer.journal.size()))
                .containsExactly(
                        "system: The provider has named another contact for this connection: Mia Keller (Acme).");
        assertThat(consumer.contacts.of("PCN0001001"))
                .hasValue(new NamedContact("Mia Keller", "Acme", clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        assertThat(consumer.receipts)
                .extracting(Receipt::payloadType, Receipt::own)
                .contains(tuple(MessageType.CONTACT.payloadType(), false));

        consumer.ask();
        settle();
        assertThat(consumer.journal).as("said once").hasSize(before + 1);
        changed("Noah Roth", "Globex");
        settle();
        assertThat(consumer.journal).last().asString().contains("Noah Roth (Globex)");
    }

    @Test
    void anAnswerThatIsLostIsAskedForAgain() {
        provider.contactsAnswered = false;
        changed("Mia Keller", "Acme");
        long before = consumer.heard();
        settle();
        assertThat(consumer.contacts.of("PCN0001001")).isEmpty();
        assertThat(consumer.heard()).as("the state counts all the same").isGreaterThan(before);
        provider.contactsAnswered = true;
        consumer.ask();
        assertThat(consumer.contacts.of("PCN0001001"))
                .map(NamedContact::contact)
                .hasValue("Mia Keller");
    }

    @Test
    void aProviderThatDoesNotKnowTheQuestionHindersNothing() {
        provider.contactsKnown = false;
        changed("Mia Keller", "Acme");
        settle();
        assertThat(consumer.contacts.of("PCN0001001")).isEmpty();
    }

    @Test
    void answersNobodyButTheConsumer() {
        byte[] question = consumer.contactQuestion(clock.instant());
        assertThat(provider.answerContact(question)).isNotEmpty();
        StatedContact said = new StatedContact(
                SuspensionSide.REGISTRATION,
                "CONSUMER",
                new TestKeys("PROVIDER").thumbprint(),
                new TestKeys("CONSUMER").thumbprint(),
                "",
                "",
                Instant.EPOCH,
                new byte[32],
                clock.instant());
        byte[] forged = SignedEnvelope.write(MessageType.CONTACT_QUESTION, said, new TestKeys("stranger"));
        assertThatThrownBy(() -> provider.answerContact(forged))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.EXCHANGE_FAILED));
        clock.move(Duration.ofSeconds(11));
        assertThatThrownBy(() -> provider.answerContact(question))
                .isInstanceOfSatisfying(
                        Problem.class, late -> assertThat(late.code()).isEqualTo(ProblemCode.CLOCKS_DIFFER));
    }

    @Test
    void whatIsIncompleteIsMalformed() {
        assertThatThrownBy(() -> new StatedContact(
                        "REG0001001",
                        "PROVIDER",
                        "T".repeat(43),
                        "T".repeat(43),
                        "Mia",
                        "",
                        Instant.EPOCH,
                        new byte[32],
                        clock.instant()))
                .hasMessage("contact, company and changedAt must be given together");
    }
}
