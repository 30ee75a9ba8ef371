package org.serviceexchange.provider.invitation.mail;

import jakarta.mail.MessagingException;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.registration.DeliveryFailed;
import org.serviceexchange.provider.registration.DeliveryPostponed;
import org.serviceexchange.provider.registration.RegistrationMail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Sends through the mail server configured in {@code spring.mail.*}; without a host, mail is off. */
@Component
class SmtpRegistrationMail implements RegistrationMail {

    private final ObjectProvider<JavaMailSenderImpl> configured;
    private final InvitationMessage invitationMessage;

    SmtpRegistrationMail(ObjectProvider<JavaMailSenderImpl> configured, InvitationMessage invitationMessage) {
        this.configured = configured;
        this.invitationMessage = invitationMessage;
    }

    @Override
    public boolean on() {
        JavaMailSenderImpl sender = configured.getIfAvailable();
        return sender != null && sender.getHost() != null && !sender.getHost().isBlank();
    }

    @Override
    public void requireReachable() {
        JavaMailSenderImpl sender = configured.getObject();
        try {
            sender.testConnection();
        } catch (MessagingException e) {
            throw new Problem(ProblemCode.MAIL_NOT_REACHABLE, e, String.valueOf(sender.getHost()));
        }
    }

    @Override
    public void send(Invitation invitation) {
        JavaMailSenderImpl sender = configured.getObject();
        try {
            sender.send(invitationMessage.write(sender.createMimeMessage(), invitation));
        } catch (MailPreparationException e) {
            throw new DeliveryFailed(new Problem(
                    ProblemCode.MAIL_NOT_WRITTEN, e, invitation.contactMail().replaceAll("\\p{Cntrl}", " ")));
        } catch (MailSendException | MailAuthenticationException e) {
            String host = String.valueOf(sender.getHost());
            if (Reason.mayPass(e)) {
                throw new DeliveryPostponed(Reason.of(ProblemCode.MAIL_POSTPONED, host, e));
            }
            throw new DeliveryFailed(Reason.of(ProblemCode.MAIL_NOT_TAKEN, host, e));
        }
    }
}
