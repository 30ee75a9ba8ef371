package org.serviceexchange.provider.invitation.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.mail.Mail;
import org.serviceexchange.platform.mail.MailNotSent;
import org.serviceexchange.platform.mail.MailServer;
import org.serviceexchange.platform.mail.ReturnedMailSettings;
import org.serviceexchange.platform.mail.SentMail;
import org.serviceexchange.platform.mail.SentMails;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.invitation.ReturnedRegistrationMail;
import org.serviceexchange.provider.registration.DeliveryFailed;
import org.serviceexchange.provider.registration.DeliveryPostponed;
import org.serviceexchange.provider.registration.RegistrationMail;
import org.springframework.stereotype.Component;

/** Sends the e-mail that invites the contact through the configured mail server. */
@Component
class SmtpRegistrationMail implements RegistrationMail {

    private final MailServer server;
    private final ReturnedMailSettings returns;
    private final SentMails sentMails;

    SmtpRegistrationMail(MailServer server, ReturnedMailSettings returns, SentMails sentMails) {
        this.server = server;
        this.returns = returns;
        this.sentMails = sentMails;
    }

    @Override
    public boolean on() {
        return server.on();
    }

    @Override
    public void requireReachable() {
        server.requireReachable();
    }

    @Override
    public void send(Invitation invitation) {
        var subject = LocalizedMessage.of(
                "provider.mail.subject." + invitation.occasion(), invitation.providerName(), invitation.number());
        send(
                new Mail(
                        invitation.contactMail(),
                        invitation.askMail(),
                        invitation.language(),
                        subject,
                        ReturnedRegistrationMail.INVITATION,
                        invitation),
                invitation.number(),
                invitation.expiresAt());
    }

    @Override
    public void send(Comment comment) {
        var subject = LocalizedMessage.of("provider.mail.comment.subject", comment.providerName(), comment.number());
        send(
                new Mail(comment.contactMail(), comment.authorMail(), comment.language(), subject, "comment", comment),
                comment.number(),
                null);
    }

    private void send(Mail mail, String number, @Nullable Instant linkUntil) {
        if (returns.on()) {
            sentMails.add(new SentMail(mail.id(), number, mail.template(), linkUntil));
        }
        try {
            server.send(mail);
        } catch (MailNotSent refused) {
            throw refused.postponed()
                    ? new DeliveryPostponed(refused.problem())
                    : new DeliveryFailed(refused.problem());
        }
    }
}
