package org.serviceexchange.provider.registration;

import org.serviceexchange.platform.message.Phrase;

/** What a registration says about itself to people. */
public final class RegistrationInWords {

    private RegistrationInWords() {}

    /** The state, with the reason if it was closed without a connection. */
    public static Phrase state(RegistrationFacts facts) {
        Phrase state = state(facts.state());
        ClosingReason reason = facts.closingReason();
        return reason == null
                ? state
                : Phrase.of("provider.stateWithReason", state, Phrase.of("provider.reason." + reason));
    }

    public static Phrase state(RegistrationState state) {
        return Phrase.of("provider.state." + state);
    }

    /** Whose turn it is; the contact by name. */
    public static Phrase who(RegistrationFacts facts, String contact) {
        return switch (facts.turn()) {
            case US -> Phrase.of("provider.turn.admin");
            case THEM -> Phrase.of("provider.turn.contact", contact);
            case SYSTEM -> Phrase.of(facts.consentGiven() ? "provider.turn.instances" : "provider.turn.system");
            case NOBODY -> Phrase.of("provider.turn.nobody");
        };
    }

    /** What an admin does next on the registration's page. */
    public static Phrase next(RegistrationFacts facts) {
        if (facts.state() == RegistrationState.VALIDATION_FAILED) {
            return Phrase.of("provider.next.findings");
        }
        if (facts.state() != RegistrationState.OPEN) {
            return Phrase.of("provider.next.see");
        }
        if (facts.suspended()) {
            return Phrase.of("provider.next.review");
        }
        return Phrase.of(facts.claim() == null ? "provider.next.link" : "provider.next.see");
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
