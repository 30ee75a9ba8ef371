package org.serviceexchange.provider.web;

import java.time.Instant;
import org.serviceexchange.provider.Registration;

/** A registration in the list. */
record RegistrationLine(
        String number, String company, String contact, String url, String state, String look, Instant requestedAt) {

    static RegistrationLine of(Registration registration, Names names) {
        var request = registration.request();
        return new RegistrationLine(
                request.number(),
                names.company(request.companyId()),
                names.person(request.contactId()),
                request.consumerUrl(),
                registration.facts().stateLabel(),
                look(registration),
                request.at());
    }

    /** The class name that colours a state. */
    static String look(Registration registration) {
        if (registration.suspended() && !registration.state().closed()) {
            return "state-bad";
        }
        return switch (registration.state()) {
            case CLOSED_COMPLETE -> "state-ok";
            case VALIDATION_FAILED -> "state-bad";
            case OPEN, AWAITING_VALIDATION -> "state-warn";
            case CLOSED_INCOMPLETE -> "";
        };
    }
}
