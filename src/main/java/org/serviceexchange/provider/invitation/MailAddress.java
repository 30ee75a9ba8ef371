package org.serviceexchange.provider.invitation;

import org.serviceexchange.platform.problem.InputValidation;
import org.serviceexchange.platform.problem.Problem;

/** Checks whether mail can be sent to an address. */
public final class MailAddress {

    private MailAddress() {}

    public static boolean valid(String address) {
        try {
            return !InputValidation.mail(address).isEmpty();
        } catch (Problem refused) {
            return false;
        }
    }
}
