package org.serviceexchange.provider.web;

import org.serviceexchange.platform.problem.ProblemCode;

/** Determines the field beside which the refusal of an order is shown, on our page and in Tasklist. */
final class RefusedField {

    private RefusedField() {}

    /** The name of the field; empty if the refusal concerns the whole order. */
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
