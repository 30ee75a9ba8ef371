package org.serviceexchange.provider.web;

import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.RegistrationInWords;
import org.serviceexchange.provider.registration.RegistrationSnapshot;
import org.serviceexchange.provider.registration.RegistrationState;

/**
 * Explains a registration's state to a person who has never seen the system.
 *
 * @param now what is happening now
 * @param next what happens next
 * @param who whom it is pending on
 */
record RegistrationGuide(LocalizedMessage now, LocalizedMessage next, LocalizedMessage who) {

    /** For users who administer; the contact is named. */
    static RegistrationGuide forStaff(RegistrationSnapshot snapshot, String contact) {
        return of("provider.guide." + step(snapshot), RegistrationInWords.who(snapshot, contact));
    }

    /** For the contact. */
    static RegistrationGuide forContact(RegistrationSnapshot snapshot) {
        return of(
                "provider.contact." + step(snapshot),
                LocalizedMessage.of("provider.contact.turn." + snapshot.pendingOn()));
    }

    private static RegistrationGuide of(String key, LocalizedMessage who) {
        return new RegistrationGuide(LocalizedMessage.of(key + ".now"), LocalizedMessage.of(key + ".next"), who);
    }

    /** The last part of the message keys. */
    private static String step(RegistrationSnapshot snapshot) {
        ClosingReason reason = snapshot.closingReason();
        if (reason != null) {
            return reason.name();
        }
        return snapshot.state() == RegistrationState.OPEN
                ? stepOfOpen(snapshot)
                : snapshot.state().name();
    }

    private static String stepOfOpen(RegistrationSnapshot snapshot) {
        if (snapshot.suspended()) {
            return "SUSPENDED";
        }
        if (snapshot.claim() == null) {
            return "LINK";
        }
        if (snapshot.consent() == null) {
            return "CLAIMED";
        }
        return snapshot.connection() == null ? "EXCHANGING" : "PROVING";
    }
}
