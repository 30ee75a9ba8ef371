package org.serviceexchange.platform.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;

/** Writes e-mails, as text and as HTML. */
@Component
public class MailWriter {

    private final MailTemplates templates = new MailTemplates();
    private final InstanceSettings instance;
    private final MailIdentity identity;

    public MailWriter(InstanceSettings instance, MailIdentity identity) {
        this.instance = instance;
        this.identity = identity;
    }

    MimeMessage write(MimeMessage message, Mail content) {
        Locale language = Objects.requireNonNullElse(content.language(), identity.mailLanguage());
        Context words = new Context(language, Map.of(content.template(), content.content()));
        try {
            MimeMessageHelper mail = new MimeMessageHelper(message, true, UTF_8.name());
            mail.setFrom(address(sender()));
            mail.setTo(address(content.to()));
            if (!content.replyTo().isEmpty()
                    && (isInternational(content) || !MailAddress.isInternational(content.replyTo()))) {
                mail.setReplyTo(address(content.replyTo()));
            }
            mail.setSubject(header(content.subject().in(language)));
            mail.setText(
                    PlainText.wrapped(templates.text(content.template() + ".txt", words)),
                    templates.html(content.template() + ".html", words));
            message.setContentLanguage(new String[] {language.toLanguageTag()});
            message.setHeader("Message-ID", "<" + content.id() + "@" + host() + ">");
            // RFC 3834: suppresses automatic replies
            message.setHeader("Auto-Submitted", "auto-generated");
            return message;
        } catch (MessagingException e) {
            throw new MailPreparationException("An e-mail (" + content.template() + ") could not be written.", e);
        }
    }

    private String sender() {
        return Objects.requireNonNullElse(identity.mailFrom(), "no-reply@" + host());
    }

    /** The host by which this instance is known. */
    String host() {
        URI baseUrl = instance.baseUrl();
        return baseUrl == null ? "localhost" : baseUrl.getHost();
    }

    /**
     * Whether recipient or sender has letters outside ASCII before its domain. An address for answers never keeps an e-mail from
     * a recipient whose server cannot write to it: it is left out.
     */
    boolean isInternational(Mail content) {
        return Stream.of(content.to(), sender()).anyMatch(MailAddress::isInternational);
    }

    /** The sender may be set with a name in front of the address. */
    private static InternetAddress address(String value) throws MessagingException {
        InternetAddress address = new InternetAddress(header(value));
        try {
            address.setAddress(MailAddress.sent(address.getAddress()));
            return address;
        } catch (Problem e) {
            throw new MailPreparationException("The domain of an address of the e-mail is none.", e);
        }
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
