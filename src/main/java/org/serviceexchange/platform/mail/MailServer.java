package org.serviceexchange.platform.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import java.util.Properties;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server configured in {@code spring.mail.*}; without a host, mail is off. */
@Component
public class MailServer {

    private static final String EHLO = "mail.smtp.localhost";

    private final ObjectProvider<JavaMailSenderImpl> configured;
    private final MailWriter writer;
    private final Counter sent;
    private final Counter postponed;
    private final Counter refused;

    public MailServer(ObjectProvider<JavaMailSenderImpl> configured, MailWriter writer, MeterRegistry meters) {
        this.configured = configured;
        this.writer = writer;
        this.sent = counter(meters, "sent");
        this.postponed = counter(meters, "postponed");
        this.refused = counter(meters, "refused");
    }

    /** Whether a mail server is configured. */
    public boolean on() {
        JavaMailSenderImpl sender = configured.getIfAvailable();
        return sender != null && sender.getHost() != null && !sender.getHost().isBlank();
    }

    /** Says in EHLO who this instance is, unless the settings do: many servers distrust a name of no meaning outside. */
    private JavaMailSenderImpl sender() {
        JavaMailSenderImpl sender = configured.getObject();
        Properties properties = sender.getJavaMailProperties();
        if (!properties.containsKey(EHLO)) {
            Properties named = new Properties();
            named.putAll(properties);
            named.setProperty(EHLO, writer.host());
            sender.setJavaMailProperties(named);
        }
        return sender;
    }

    /** Connects to the mail server; a {@code MAIL_NOT_REACHABLE} problem if that fails. */
    public void requireReachable() {
        JavaMailSenderImpl sender = sender();
        try {
            sender.testConnection();
        } catch (MessagingException e) {
            throw new Problem(ProblemCode.MAIL_NOT_REACHABLE, e, String.valueOf(sender.getHost()));
        }
    }

    /**
     * Sends an e-mail; no transaction may be open, because this takes time.
     *
     * @throws MailNotSent if the server does not take it; any other exception is a defect of this application
     */
    public void send(Mail mail) {
        JavaMailSenderImpl sender = writer.isInternational(mail) ? new InternationalSender(sender()) : sender();
        try {
            sender.send(writer.write(sender.createMimeMessage(), mail));
            sent.increment();
        } catch (MailPreparationException e) {
            refused.increment();
            String recipient = mail.to().replaceAll("\\p{Cntrl}", " ");
            throw new MailNotSent(new Problem(ProblemCode.MAIL_NOT_WRITTEN, e, recipient), false);
        } catch (MailSendException | MailAuthenticationException e) {
            boolean later = MailFailure.mayPass(e);
            (later ? postponed : refused).increment();
            ProblemCode code = later ? ProblemCode.MAIL_POSTPONED : ProblemCode.MAIL_NOT_TAKEN;
            throw new MailNotSent(MailFailure.of(code, String.valueOf(sender.getHost()), e), later);
        }
    }

    static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("service-exchange.mails")
                .description(
                        "E-mails by what mail servers did: sent, postponed (it may take them later), refused, or returned later.")
                .tag("outcome", outcome)
                .register(meters);
    }
}
