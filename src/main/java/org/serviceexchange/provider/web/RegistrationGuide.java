package org.serviceexchange.provider.web;

import java.util.Optional;
import org.serviceexchange.center.CaseGuide;
import org.serviceexchange.center.PendingOn;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.Counterpart.Departure;
import org.serviceexchange.provider.registration.Link;
import org.serviceexchange.provider.registration.RegistrationSnapshot;
import org.serviceexchange.provider.registration.RegistrationState;

/** What a registration means to the person who looks at it. */
final class RegistrationGuide {

    private RegistrationGuide() {}

    /**
     * For those who administer; the contact by name.
     *
     * @param waiting who has to act at this instance although the state does not say so
     */
    static CaseGuide forStaff(RegistrationSnapshot snapshot, String contact, Optional<LocalizedMessage> waiting) {
        return CaseGuide.of(
                "provider.guide." + step(snapshot),
                waiting.orElseGet(() -> RegistrationInWords.who(snapshot, contact)));
    }

    /** For the contact. */
    static CaseGuide forContact(RegistrationSnapshot snapshot) {
        String turn = snapshot.state() == RegistrationState.CLOSED_COMPLETE && snapshot.pendingOn() == PendingOn.NOBODY
                ? "CONNECTED"
                : snapshot.pendingOn().name();
        return CaseGuide.of("provider.contact." + step(snapshot), LocalizedMessage.of("provider.contact.turn." + turn));
    }

    /** The last part of the keys of the words. */
    private static String step(RegistrationSnapshot snapshot) {
        ClosingReason reason = snapshot.closingReason();
        if (reason != null) {
            return reason.name();
        }
        Departure departure = snapshot.counterpart().departure();
        if (departure != null) {
            return departure.name();
        }
        if (snapshot.progress().approvals().asked().isPresent()) {
            return "APPROVAL";
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
            return Link.awaitsSending(snapshot.link()) ? "UNSENT" : "LINK";
        }
        if (snapshot.authorization().consent() == null) {
            return "CLAIMED";
        }
        return snapshot.connection() == null ? "EXCHANGING" : "PROVING";
    }
}
