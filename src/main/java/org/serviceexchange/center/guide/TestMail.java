package org.serviceexchange.center.guide;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.mail.Mail;
import org.serviceexchange.platform.mail.MailAddress;
import org.serviceexchange.platform.mail.MailNotSent;
import org.serviceexchange.platform.mail.MailServer;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.stereotype.Service;

/** Sends an e-mail that says nothing but that e-mails arrive. */
@Service
public class TestMail {

    private final MailServer server;
    private final InstanceSettings settings;

    TestMail(MailServer server, InstanceSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    /** What the templates show. */
    public record Content(String instance, @Nullable URI address) {}

    /**
     * Sends it; no transaction may be open, because this takes time. Problems: {@code MAIL_ADDRESS_INVALID}, and why the
     * server did not take it.
     */
    public void send(String to, Locale language) {
        String checked = MailAddress.typed(to);
        if (checked.isEmpty()) {
            throw new Problem(ProblemCode.MAIL_ADDRESS_INVALID, checked);
        }
        try {
            LocalizedMessage subject = LocalizedMessage.of("guide.mail.subject", settings.name());
            Content content = new Content(settings.name(), settings.baseUrl());
            server.send(new Mail(checked, "", language, subject, "test", content));
        } catch (MailNotSent e) {
            throw e.problem();
        }
    }
}
