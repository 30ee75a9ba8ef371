package org.serviceexchange.provider.invitation;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** E-mails to the contact of a registration. */
public interface RegistrationMail {

    /** Whether this instance has a mail server. */
    boolean on();

    /** Asks the mail server for a connection; a {@code MAIL_NOT_REACHABLE} problem if there is none. */
    void requireReachable();

    /**
     * Sends the invitation.
     *
     * @throws DeliveryFailed if the mail server does not take it; anything else is a fault of this application
     */
    void send(Invitation invitation);

    /**
     * What the e-mail says.
     *
     * @param language that was chosen for the contact, or nothing
     * @param providerName name of the provider record
     * @param askWhom display name of the admin who started the registration
     * @param askMail that admin's address, empty if none
     */
    record Invitation(
            String number,
            String contactName,
            String contactMail,
            @Nullable Locale language,
            String companyName,
            String consumerUrl,
            String providerName,
            String askWhom,
            String askMail,
            URI link,
            Instant expiresAt) {

        @Override
        public String toString() {
            return "Invitation[" + number + "]";
        }
    }
}
