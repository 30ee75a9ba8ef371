package org.serviceexchange.provider.web;

import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.RegistrationFacts;
import org.serviceexchange.provider.registration.RegistrationInWords;
import org.serviceexchange.provider.registration.RegistrationState;

/**
 * What a registration means to a person who has never seen the system.
 *
 * @param now what is going on
 * @param next what comes after it
 * @param who whose turn it is
 */
record RegistrationGuide(LocalizedMessage now, LocalizedMessage next, LocalizedMessage who) {

    /** For those who administer; the contact by name. */
    static RegistrationGuide forStaff(RegistrationFacts facts, String contact) {
        return of("provider.guide." + step(facts), RegistrationInWords.who(facts, contact));
    }

    /** For the contact. */
    static RegistrationGuide forContact(RegistrationFacts facts) {
        return of("provider.contact." + step(facts), LocalizedMessage.of("provider.contact.turn." + facts.pendingOn()));
    }

    private static RegistrationGuide of(String key, LocalizedMessage who) {
        return new RegistrationGuide(LocalizedMessage.of(key + ".now"), LocalizedMessage.of(key + ".next"), who);
    }

    /** The last part of the keys of the words. */
    private static String step(RegistrationFacts facts) {
        ClosingReason reason = facts.closingReason();
        if (reason != null) {
            return reason.name();
        }
        return facts.state() == RegistrationState.OPEN
                ? stepOfOpen(facts)
                : facts.state().name();
    }

    private static String stepOfOpen(RegistrationFacts facts) {
        if (facts.suspended()) {
            return "SUSPENDED";
        }
        if (facts.claim() == null) {
            return "LINK";
        }
        if (facts.consent() == null) {
            return "CLAIMED";
        }
        return facts.connection() == null ? "EXCHANGING" : "PROVING";
    }
}
