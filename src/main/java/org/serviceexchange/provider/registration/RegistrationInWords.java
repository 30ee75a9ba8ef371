package org.serviceexchange.provider.registration;

import org.serviceexchange.platform.message.LocalizedMessage;

/** What a registration says about itself to people. */
public final class RegistrationInWords {

    private RegistrationInWords() {}

    /** The state, with the reason if it was closed without a connection. */
    public static LocalizedMessage state(RegistrationFacts facts) {
        LocalizedMessage state = state(facts.state());
        ClosingReason reason = facts.closingReason();
        return reason == null
                ? state
                : LocalizedMessage.of(
                        "provider.stateWithReason", state, LocalizedMessage.of("provider.reason." + reason));
    }

    public static LocalizedMessage state(RegistrationState state) {
        return LocalizedMessage.of("provider.state." + state);
    }

    /** Whose turn it is; the contact by name. */
    public static LocalizedMessage who(RegistrationFacts facts, String contact) {
        return switch (facts.pendingOn()) {
            case US -> LocalizedMessage.of("provider.turn.admin");
            case THEM -> LocalizedMessage.of("provider.turn.contact", contact);
            case SYSTEM ->
                LocalizedMessage.of(facts.consentGiven() ? "provider.turn.instances" : "provider.turn.system");
            case NOBODY -> LocalizedMessage.of("provider.turn.nobody");
        };
    }

    /** What an admin does next on the registration's page. */
    public static LocalizedMessage next(RegistrationFacts facts) {
        if (facts.state() == RegistrationState.VALIDATION_FAILED) {
            return LocalizedMessage.of("provider.next.findings");
        }
        if (facts.state() != RegistrationState.OPEN) {
            return LocalizedMessage.of("provider.next.see");
        }
        if (facts.suspended()) {
            return LocalizedMessage.of("provider.next.review");
        }
        return LocalizedMessage.of(facts.claim() == null ? "provider.next.link" : "provider.next.see");
    }

    /** The class name that colours the state. */
    public static String look(RegistrationFacts facts) {
        return switch (facts.state()) {
            case AWAITING_VALIDATION -> "state-warn";
            case VALIDATION_FAILED -> "state-bad";
            case OPEN -> facts.suspended() ? "state-bad" : "state-warn";
            case CLOSED_COMPLETE -> "state-ok";
            case CLOSED_INCOMPLETE -> "";
        };
    }
}
