package org.serviceexchange.provider.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.serviceexchange.provider.TestRegistrations.NUMBER;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.serviceexchange.Guarantee;
import org.serviceexchange.center.PendingOn;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.mail.MemorySentMails;
import org.serviceexchange.platform.mail.SentMail;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.MemoryRegistrations;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.registration.Link;
import org.serviceexchange.provider.registration.Registration;

/** E-mails that came back after the mail server had taken them. */
class ReturnedRegistrationMailTest {

    private static final String BY_HAND =
            "The registration e-mail could not be delivered. The mail server mx.acme.example"
                    + " did not take the e-mail (550 5.1.1 No such user). Copy this link and send it to the contact by a way you"
                    + " trust: {registration-link}";
    private static final String EARLIER =
            "An earlier e-mail to the contact came back. The mail server mx.acme.example did"
                    + " not take the e-mail (550 5.1.1 No such user).";

    private static final Finding WHY =
            new Problem(ProblemCode.MAIL_NOT_TAKEN, "mx.acme.example", "550 5.1.1 No such user").finding();

    private final MemorySentMails sentMails = new MemorySentMails();
    private final MemoryRegistrations registrations = new MemoryRegistrations();
    private final Journal journal = mock();
    private final ReturnedRegistrationMail returnedMail =
            new ReturnedRegistrationMail(sentMails, registrations, new WriteWorkNote(registrations, journal), journal);
    private final SentMail invitation = new SentMail(UUID.randomUUID(), NUMBER, "invitation", TestRegistrations.EXPIRY);

    @BeforeEach
    void anInvitationThatTheServerTook() {
        registrations.add(TestRegistrations.open());
        sentMails.add(invitation);
        assertThat(pendingOn()).isEqualTo(PendingOn.THEM);
    }

    @Test
    void makesItTheAdminsTurnWithTheLinkToSend() {
        assertThat(returnedMail.returned(invitation.id(), WHY)).isTrue();
        assertThat(pendingOn()).isEqualTo(PendingOn.US);
        assertThat(note()).isEqualTo(BY_HAND);
    }

    @Test
    @Guarantee(
            of = ReturnedRegistrationMail.class,
            says = "Only an e-mail that was sent and has not come back before counts.")
    void knowsNothingOfOtherEmails() {
        assertThat(returnedMail.returned(UUID.randomUUID(), WHY)).isFalse();
        assertThat(pendingOn()).isEqualTo(PendingOn.THEM);
        verifyNoInteractions(journal);
    }

    @Test
    @Guarantee(
            of = ReturnedRegistrationMail.class,
            says = "Whoever has read an e-mail to a contact can make an admin look after it once, and nothing else.")
    void countsOnce() {
        returnedMail.returned(invitation.id(), WHY);
        var before = registrations.get(NUMBER).link().orElseThrow();
        new RecordLinkSent(registrations, mock(Journal.class)).record(NUMBER, "paula");
        assertThat(returnedMail.returned(invitation.id(), WHY)).isFalse();
        assertThat(pendingOn()).isEqualTo(PendingOn.THEM);
        assertThat(note()).isEqualTo(BY_HAND);
        assertThat(registrations.get(NUMBER).link().orElseThrow().secretHash()).isEqualTo(before.secretHash());
    }

    @Test
    void changesNothingAfterTheLinkWasUsed() {
        Registration registration = registrations.lock(NUMBER);
        registration.claimed(TestRegistrations.claim("thumbprint"), TestRegistrations.URL, TestRegistrations.NOW);
        registrations.save(registration);
        assertThat(returnedMail.returned(invitation.id(), WHY)).isTrue();
        assertThat(registrations.get(NUMBER).link().orElseThrow().unsent()).isFalse();
        assertThat(note()).isEqualTo(EARLIER);
    }

    @Test
    void changesNothingAfterAnotherLinkWasSent() {
        Registration registration = registrations.lock(NUMBER);
        registration.renewLink(new Link("newer", new byte[] {1}, TestRegistrations.EXPIRY.plusSeconds(1)));
        registrations.save(registration);
        assertThat(returnedMail.returned(invitation.id(), WHY)).isTrue();
        assertThat(pendingOn()).isEqualTo(PendingOn.THEM);
        assertThat(note()).isEqualTo(EARLIER);
    }

    @Test
    void saysThatACommentDidNotArrive() {
        SentMail comment = new SentMail(UUID.randomUUID(), NUMBER, "comment", null);
        sentMails.add(comment);
        assertThat(returnedMail.returned(comment.id(), WHY)).isTrue();
        assertThat(pendingOn()).isEqualTo(PendingOn.THEM);
        assertThat(note())
                .isEqualTo("The comment could not be sent by e-mail. The mail server mx.acme.example did not take the"
                        + " e-mail (550 5.1.1 No such user).");
    }

    private PendingOn pendingOn() {
        return registrations.get(NUMBER).snapshot().pendingOn();
    }

    /** The only one. */
    private String note() {
        ArgumentCaptor<LocalizedMessage> written = ArgumentCaptor.forClass(LocalizedMessage.class);
        verify(journal).workNote(any(), any(Author.class), written.capture());
        verifyNoMoreInteractions(journal);
        return written.getValue().in(Locale.ENGLISH);
    }
}
