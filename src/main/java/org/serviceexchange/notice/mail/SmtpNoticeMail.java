package org.serviceexchange.notice.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.notice.NoticeDigest;
import org.serviceexchange.notice.NoticeMail;
import org.serviceexchange.platform.mail.Mail;
import org.serviceexchange.platform.mail.MailServer;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.stereotype.Component;

/** Sends notices through the configured mail server. */
@Component
class SmtpNoticeMail implements NoticeMail {

    private final MailServer server;

    SmtpNoticeMail(MailServer server) {
        this.server = server;
    }

    @Override
    public boolean on() {
        return server.on();
    }

    @Override
    public void send(String to, @Nullable Locale language, NoticeDigest digest) {
        server.send(new Mail(to, "", language, subject(digest), "notices", digest));
    }

    /** One notice says at once what it is about. */
    private static LocalizedMessage subject(NoticeDigest digest) {
        if (digest.lines().size() > 1) {
            return LocalizedMessage.of("notice.mail.subject", digest.lines().size() + digest.more(), digest.instance());
        }
        NoticeDigest.Line only = digest.lines().get(0);
        return LocalizedMessage.of("notice.mail.subjectOfOne", only.kind(), only.subject(), digest.instance());
    }
}
