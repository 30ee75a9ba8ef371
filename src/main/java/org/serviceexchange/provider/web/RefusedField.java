package org.serviceexchange.provider.web;

import org.serviceexchange.platform.problem.ProblemCode;

/** Beside which field of a request for a registration a refusal is shown, on our page as in Tasklist. */
final class RefusedField {

    private RefusedField() {}

    /** The name of the field; empty if it is about the whole request. */
    static String of(ProblemCode refusal) {
        return switch (refusal) {
            case COMPANY_NOT_USABLE -> "company";
            case CONTACT_UNKNOWN,
                    CONTACT_OF_OTHER_COMPANY,
                    CONTACT_WITHOUT_ROLE,
                    CONTACT_DISABLED,
                    CONTACT_WITHOUT_MAIL -> "contact";
            case URL_MALFORMED, URL_NOT_HTTPS, URL_WITH_EXTRAS -> "url";
            default -> "";
        };
    }
}
