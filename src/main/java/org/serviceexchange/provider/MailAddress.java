package org.serviceexchange.provider;

import org.serviceexchange.instance.Entry;
import org.serviceexchange.problem.Problem;

/** Whether mail can be sent to an address. */
final class MailAddress {

    private MailAddress() {}

    static boolean valid(String address) {
        try {
            return !Entry.mail(address).isEmpty();
        } catch (Problem refused) {
            return false;
        }
    }
}
