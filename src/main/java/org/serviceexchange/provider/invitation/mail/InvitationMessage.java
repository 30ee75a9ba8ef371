package org.serviceexchange.provider.invitation.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.provider.registration.ProviderSettings;
import org.serviceexchange.provider.registration.RegistrationMail.Invitation;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;

/** Writes the e-mail that invites the contact, as text and as HTML. */
@Component
class InvitationMessage {

    private final MailTemplates templates = new MailTemplates();
    private final InstanceSettings instance;
    private final ProviderSettings settings;

    InvitationMessage(InstanceSettings instance, ProviderSettings settings) {
        this.instance = instance;
        this.settings = settings;
    }

    MimeMessage write(MimeMessage message, Invitation invitation) {
        Locale language = Objects.requireNonNullElse(invitation.language(), settings.mailLanguage());
        Context words = new Context(language, Map.of("invitation", invitation));
        try {
            MimeMessageHelper mail = new MimeMessageHelper(message, true, UTF_8.name());
            mail.setFrom(header(sender()));
            mail.setTo(header(invitation.contactMail()));
            if (!invitation.askMail().isEmpty()) {
                mail.setReplyTo(header(invitation.askMail()));
            }
            mail.setSubject(header(
                    Messages.of("provider.mail.subject", language, invitation.providerName(), invitation.number())));
            mail.setText(
                    PlainText.wrapped(templates.text("invitation.txt", words)),
                    templates.html("invitation.html", words));
            message.setContentLanguage(new String[] {language.toLanguageTag()});
            // RFC 3834: suppresses automatic replies
            message.setHeader("Auto-Submitted", "auto-generated");
            return message;
        } catch (MessagingException e) {
            throw new MailPreparationException(
                    "The invitation e-mail of registration " + invitation.number() + " could not be written.", e);
        }
    }

    private String sender() {
        URI baseUrl = instance.baseUrl();
        String host = baseUrl == null ? "localhost" : baseUrl.getHost();
        return settings.mailFrom() == null ? "no-reply@" + host : settings.mailFrom();
    }

    /** Refuses line breaks in a header value, with which its author could add headers and recipients. */
    private static String header(String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new MailPreparationException(
                    "A header of the e-mail contains a line break or another control character.");
        }
        return value;
    }
}
