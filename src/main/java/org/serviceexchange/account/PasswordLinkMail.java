package org.serviceexchange.account;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** E-mails with a link for setting a password. */
public interface PasswordLinkMail {

    /** Whether a mail server is configured. */
    boolean on();

    /**
     * Sends a link; no transaction may be open, because this takes time.
     *
     * @throws org.serviceexchange.platform.mail.MailNotSent if the mail server does not take it
     */
    void send(Letter letter);

    /**
     * The content of the e-mail.
     *
     * @param language null for the default
     * @param first whether the user has no password yet
     * @param instance the name of this instance
     * @param address the base URL of this instance
     */
    record Letter(
            String userId,
            String name,
            String mail,
            @Nullable Locale language,
            boolean first,
            String instance,
            String address,
            URI link,
            Instant expiresAt) {

        @Override
        public String toString() {
            return "Letter[" + userId + "]";
        }
    }
}
