package org.serviceexchange.account.mail;

import org.serviceexchange.account.PasswordLinkMail;
import org.serviceexchange.platform.mail.Mail;
import org.serviceexchange.platform.mail.MailServer;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.stereotype.Component;

/** Sends links for setting a password through the configured mail server. */
@Component
class SmtpPasswordLinkMail implements PasswordLinkMail {

    private final MailServer server;

    SmtpPasswordLinkMail(MailServer server) {
        this.server = server;
    }

    @Override
    public boolean on() {
        return server.on();
    }

    @Override
    public void send(Letter letter) {
        var subject = LocalizedMessage.of("account.mail.subject", letter.instance());
        server.send(new Mail(letter.mail(), "", letter.language(), subject, "password", letter));
    }
}
