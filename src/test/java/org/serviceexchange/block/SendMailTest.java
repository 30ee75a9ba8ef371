package org.serviceexchange.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.serviceexchange.Guarantee;
import org.serviceexchange.TestInstanceSettings;
import org.serviceexchange.block.CaseFacts.Reader;
import org.serviceexchange.block.field.OwnFields;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.mail.Mail;
import org.serviceexchange.platform.mail.MailIdentity;
import org.serviceexchange.platform.mail.MailNotSent;
import org.serviceexchange.platform.mail.MailServer;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** E-mails whose recipients and words stand in the model. */
class SendMailTest {

    private static final String NUMBER = "REG0001001";

    private final Users users = mock();
    private final MailServer server = mock();
    private final Journal journal = mock();
    private final OwnFields ownFields = mock();
    private final MailIdentity identity = mock();
    private final CaseFacts facts = new CaseFacts(
            NUMBER,
            "ACME Ltd",
            "acme",
            new Reader("Carla", "carla@acme.example", Locale.GERMAN),
            "paula",
            "https://consumer.example.com",
            "/registrations/" + NUMBER);
    private final SendMail sendMail = new SendMail(
            List.of(number -> Optional.of(facts)),
            ownFields,
            users,
            server,
            identity,
            TestInstanceSettings.valid(),
            new BlockSettings(List.of("legal@own.example", "@audit.example")),
            journal);

    @BeforeEach
    void mailIsOn() {
        when(server.on()).thenReturn(true);
        when(identity.mailLanguage()).thenReturn(Locale.ENGLISH);
        when(ownFields.valuesOf(NUMBER)).thenReturn(Map.of("own_purchaseOrder", "4711"));
        when(users.find("paula")).thenReturn(Optional.of(user("paula", "Paula Provider")));
        when(users.findActive("paula")).thenReturn(Optional.of(user("paula", "Paula Provider")));
        when(users.withRole(Role.SERVICE_EXCHANGE_ADMIN))
                .thenReturn(List.of(user("paula", "Paula Provider"), user("peter", "Peter")));
    }

    private static User user(String id, String name) {
        return new User(id, name, id + "@own.example", Set.of());
    }

    private static Map<String, String> with(String... more) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "to", "contact",
                "subject", "{company}: {number}",
                "text", "Order {own_purchaseOrder}, see {page}",
                "subject.de", "{company}, Nummer {number}"));
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        return properties;
    }

    private Mail only() {
        ArgumentCaptor<Mail> mail = ArgumentCaptor.captor();
        verify(server).send(mail.capture());
        return mail.getValue();
    }

    private void send(Map<String, String> properties) {
        sendMail.send(NUMBER, MailOrder.of(properties)).record();
    }

    @Test
    void writesToTheContactInTheContactsLanguageWithWhatTheRecordSays() {
        send(with());
        Mail mail = only();
        assertThat(mail.to()).isEqualTo("carla@acme.example");
        assertThat(mail.subject().in(Locale.GERMAN)).isEqualTo("ACME Ltd, Nummer REG0001001");
        assertThat(((SendMail.Written) mail.content()).text())
                .isEqualTo("Order 4711, see https://provider.example.com/registrations/REG0001001");
        verify(journal)
                .workNote(
                        NUMBER,
                        Journal.SYSTEM,
                        LocalizedMessage.of("block.note.mailSent", "ACME Ltd: REG0001001", "Carla"));
    }

    @Test
    void writesToWhoRequestedAndToEverybodyWithARole() {
        send(with("to", "requester"));
        verify(server).send(argThat(mail -> mail.to().equals("paula@own.example")));
        send(with("to", "role", "role", "sn_sb.admin"));
        verify(server).send(argThat(mail -> mail.to().equals("peter@own.example")));
    }

    @Test
    @Guarantee(
            of = SendMail.class,
            says =
                    "A step writes to people of the record, to people with a role of this instance, and to addresses that the"
                            + " settings allow, and to nobody else.")
    void writesToNoAddressThatTheOperatorDidNotAllow() {
        send(with("to", "address", "address", "legal@own.example"));
        send(with("to", "address", "address", "Ada@Audit.example"));
        assertThatThrownBy(() -> send(with("to", "address", "address", "eve@evil.example")))
                .hasMessageContaining("steps may not write to eve@evil.example");
        assertThatThrownBy(() -> send(with("to", "address", "address", "eve@evilaudit.example")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> send(with("to", "role", "role", "sn_sb_pro.consumer")))
                .hasMessageContaining("must be a role of this instance");
        verify(server, never()).send(argThat(mail -> mail.to().startsWith("eve")));
    }

    @Test
    @Guarantee(of = SendMail.class, says = "A step can place no secret into an e-mail.")
    void hasNoPlaceholderForTheLink() {
        assertThatThrownBy(() -> send(with("text", "Use {link}")))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.STEP_NOT_USABLE))
                .hasMessageContaining("the placeholder “link”, which has no meaning");
        when(ownFields.valuesOf(NUMBER)).thenReturn(Map.of("own_purchaseOrder", "{page} ${x} $1"));
        send(with("text", "{own_purchaseOrder}"));
        assertThat(((SendMail.Written) only().content()).text())
                .as("what a person typed is no placeholder")
                .isEqualTo("{page} ${x} $1");
    }

    @Test
    void isTriedAgainWhenNobodyGotIt() {
        Problem refused = new Problem(ProblemCode.MAIL_NOT_TAKEN, "mail.example.com", "down");
        doThrow(new MailNotSent(refused, false)).when(server).send(any());
        assertThatThrownBy(() -> send(with())).isSameAs(refused);
        verify(journal, never())
                .workNote(any(), any(org.serviceexchange.journal.Author.class), any(LocalizedMessage.class));
    }

    @Test
    void saysWhoDidNotGetItWhenOthersDid() {
        Problem full = new Problem(ProblemCode.MAIL_NOT_TAKEN, "mail.example.com", "mailbox full");
        doThrow(new MailNotSent(full, false))
                .when(server)
                .send(argThat(mail -> mail != null && mail.to().startsWith("peter")));
        send(with("to", "role", "role", "sn_sb.admin"));
        ArgumentCaptor<LocalizedMessage> note = ArgumentCaptor.captor();
        verify(journal).workNote(any(), any(org.serviceexchange.journal.Author.class), note.capture());
        assertThat(note.getValue().inDefault())
                .startsWith(
                        "The process sent the e-mail “ACME Ltd: REG0001001” to Paula Provider. Others did not get it:")
                .contains("Peter: ")
                .contains("mailbox full");
    }

    @Test
    void saysInTheJournalThatMailIsOff() {
        when(server.on()).thenReturn(false);
        send(with());
        verify(server, never()).send(any());
        verify(journal)
                .workNote(NUMBER, Journal.SYSTEM, LocalizedMessage.of("block.note.mailIsOff", "{company}: {number}"));
    }
}
