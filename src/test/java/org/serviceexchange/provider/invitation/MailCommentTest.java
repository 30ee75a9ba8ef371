package org.serviceexchange.provider.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.serviceexchange.provider.TestRegistrations.CONTACT;
import static org.serviceexchange.provider.TestRegistrations.NUMBER;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.serviceexchange.TestInstanceSettings;
import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.ProviderRecord;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.registration.DeliveryFailed;
import org.serviceexchange.provider.registration.RegistrationMail;
import org.serviceexchange.provider.registration.RegistrationMail.Comment;

/** A comment reaches the contact, and the journal says whether. */
class MailCommentTest {

    private final RegistrationMail mail = mock();
    private final Directory directory = mock();
    private final Users users = mock();
    private final Journal journal = mock();
    private final MailComment mailComment =
            new MailComment(mail, directory, users, TestInstanceSettings.valid(), journal);

    @BeforeEach
    void people() {
        when(directory.contact(CONTACT))
                .thenReturn(
                        Optional.of(new Contact(CONTACT, "acme", "Carla Contact", "carla@acme.example", true, null)));
        when(directory.providerRecord()).thenReturn(Optional.of(new ProviderRecord("demo-provider")));
        when(users.find("paula")).thenReturn(Optional.of(new User("paula", "Paula P", "paula@p.example", Set.of())));
    }

    @Test
    void sendsItInTheNameOfWhoWroteIt() {
        assertThat(send()).isEmpty();
        ArgumentCaptor<Comment> sent = ArgumentCaptor.forClass(Comment.class);
        verify(mail).send(sent.capture());
        assertThat(sent.getValue().contactMail()).isEqualTo("carla@acme.example");
        assertThat(sent.getValue().author()).isEqualTo("Paula P");
        assertThat(sent.getValue().authorMail()).isEqualTo("paula@p.example");
        assertThat(sent.getValue().text()).isEqualTo("Hello");
        assertThat(sent.getValue().page().toString()).endsWith("/registrations/" + NUMBER);
        verifyNote("Sent the comment to Carla Contact <carla@acme.example> by e-mail.");
    }

    @Test
    void saysThatItWasNotTaken() {
        doThrow(new DeliveryFailed(new Problem(ProblemCode.MAIL_NOT_TAKEN, "smtp", "550 no")))
                .when(mail)
                .send(any(Comment.class));
        assertThat(send().orElseThrow().code()).isEqualTo(ProblemCode.MAIL_NOT_TAKEN);
        verifyNote("The comment could not be sent by e-mail. The mail server smtp did not take the e-mail (550 no).");
    }

    private Optional<Finding> send() {
        return mailComment.send(TestRegistrations.open(), "paula", "Hello").record();
    }

    private void verifyNote(String text) {
        verify(journal)
                .workNote(
                        eq(NUMBER),
                        eq(Author.of("paula")),
                        argThat((LocalizedMessage message) ->
                                message.inDefault().equals(text)));
    }
}
