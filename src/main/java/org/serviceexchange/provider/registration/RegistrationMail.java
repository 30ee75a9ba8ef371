package org.serviceexchange.provider.registration;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** E-mails to the contact of a registration. */
public interface RegistrationMail {

    /** Whether a mail server is configured. */
    boolean on();

    /** Connects to the mail server; a {@code MAIL_NOT_REACHABLE} problem if that fails. */
    void requireReachable();

    /**
     * Sends the invitation.
     *
     * @throws DeliveryFailed if the mail server does not accept it; any other exception is a defect of this application
     */
    void send(Invitation invitation);

    /** Sends a comment, as {@link #send(Invitation)} sends an invitation. */
    void send(Comment comment);

    /**
     * A comment to the contact.
     *
     * @param language language chosen for the contact; null for the default
     * @param author display name of who wrote it
     * @param authorMail e-mail address of that person, empty if none
     * @param page address of the page on which the contact can answer
     */
    record Comment(
            String number,
            String contactName,
            String contactMail,
            @Nullable Locale language,
            String providerName,
            String author,
            String authorMail,
            String text,
            URI page) {

        @Override
        public String toString() {
            return "Comment[" + number + "]";
        }
    }

    /** Why the e-mail is sent. */
    enum Occasion {
        INVITATION,
        REMINDER,
        LAST_REMINDER
    }

    /**
     * The content of the e-mail.
     *
     * @param contactId user name of the contact at this instance
     * @param language language chosen for the contact; null for the default
     * @param providerName name of the provider record
     * @param askWhom display name of the admin who started the registration
     * @param askMail e-mail address of that admin, empty if none
     * @param declining the page on which the link is declined
     */
    record Invitation(
            String number,
            String contactId,
            String contactName,
            String contactMail,
            @Nullable Locale language,
            String companyName,
            String consumerUrl,
            String providerName,
            String askWhom,
            String askMail,
            URI link,
            URI declining,
            Instant expiresAt,
            Occasion occasion) {

        @Override
        public String toString() {
            return "Invitation[" + number + "]";
        }
    }
}
