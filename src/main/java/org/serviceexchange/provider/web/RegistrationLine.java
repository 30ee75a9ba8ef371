package org.serviceexchange.provider.web;

import java.time.Instant;
import java.util.Locale;
import org.serviceexchange.provider.Registration;
import org.serviceexchange.provider.RegistrationInWords;

/** A registration in the list. */
record RegistrationLine(
        String number, String company, String contact, String url, String state, String look, Instant requestedAt) {

    static RegistrationLine of(Registration registration, Names names, Locale locale) {
        var request = registration.request();
        return new RegistrationLine(
                request.number(),
                names.company(request.companyId()),
                names.person(request.contactId()),
                request.consumerUrl(),
                RegistrationInWords.state(registration.facts()).in(locale),
                look(registration),
                request.at());
    }

    /** The class name that colours a state. */
    static String look(Registration registration) {
        return RegistrationInWords.look(registration.facts());
    }
}
