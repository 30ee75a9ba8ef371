package org.serviceexchange.provider.web;

import org.serviceexchange.center.PendingOn;
import org.serviceexchange.center.Tone;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.registration.RegistrationSnapshot;
import org.serviceexchange.provider.registration.RegistrationState;

/** Texts and styles that describe a registration to people. */
final class RegistrationInWords {

    private RegistrationInWords() {}

    /** Whom the registration is pending on; the contact is named. */
    static LocalizedMessage who(RegistrationSnapshot snapshot, String contact) {
        return switch (snapshot.pendingOn()) {
            case US ->
                snapshot.progress()
                        .approvals()
                        .asked()
                        .map(approval -> LocalizedMessage.of("provider.turn.approver", approval.label()))
                        .orElseGet(() -> LocalizedMessage.of("provider.turn.admin"));
            case THEM -> LocalizedMessage.of("provider.turn.contact", contact);
            case SYSTEM ->
                LocalizedMessage.of(snapshot.consentGiven() ? "provider.turn.instances" : "provider.turn.system");
            case NOBODY ->
                LocalizedMessage.of(
                        snapshot.state() == RegistrationState.CLOSED_COMPLETE
                                ? "provider.turn.done"
                                : "provider.turn.nobody");
        };
    }

    /** The next action of an admin on the registration's page. */
    static LocalizedMessage next(RegistrationSnapshot snapshot) {
        if (snapshot.state() == RegistrationState.VALIDATION_FAILED) {
            return LocalizedMessage.of("provider.next.findings");
        }
        if (snapshot.progress().approvals().asked().isPresent()) {
            return LocalizedMessage.of("provider.next.approve");
        }
        if (snapshot.state() != RegistrationState.OPEN) {
            return LocalizedMessage.of("provider.next.see");
        }
        if (snapshot.suspended()) {
            return LocalizedMessage.of("provider.next.review");
        }
        if (snapshot.claim() != null) {
            return LocalizedMessage.of("provider.next.see");
        }
        return LocalizedMessage.of(snapshot.pendingOn() == PendingOn.US ? "provider.next.send" : "provider.next.link");
    }

    /** How it stands, at a glance. */
    static Tone tone(RegistrationSnapshot snapshot) {
        if (snapshot.counterpart().departure() != null) {
            return Tone.IN_TROUBLE;
        }
        return switch (snapshot.state()) {
            case AWAITING_VALIDATION, VALIDATED -> Tone.ON_ITS_WAY;
            case VALIDATION_FAILED -> Tone.IN_TROUBLE;
            case OPEN -> snapshot.suspended() ? Tone.IN_TROUBLE : Tone.ON_ITS_WAY;
            case CLOSED_COMPLETE -> Tone.DONE;
            case CLOSED_INCOMPLETE, OFF_BOARDED -> Tone.ENDED;
        };
    }
}
