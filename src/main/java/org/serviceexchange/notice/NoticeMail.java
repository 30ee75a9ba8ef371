package org.serviceexchange.notice;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** E-mails with notices. */
public interface NoticeMail {

    /** Whether a mail server is configured. */
    boolean on();

    /**
     * Sends notices; no transaction may be open, because this takes time.
     *
     * @param language null for that of the instance
     * @throws org.serviceexchange.platform.mail.MailNotSent if the mail server does not take it
     */
    void send(String to, @Nullable Locale language, NoticeDigest digest);
}
