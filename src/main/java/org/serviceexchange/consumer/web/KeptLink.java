package org.serviceexchange.consumer.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.consumer.connection.RegistrationLink;

/**
 * The content of the link cookie: the link that was opened last in this browser, until a connection is created with it;
 * then that connection's number. At most one of the two is set.
 */
public record KeptLink(
        @Nullable RegistrationLink link, @Nullable String number) {

    static final KeptLink NOTHING = new KeptLink(null, null);

    private static final Pattern NUMBER = Pattern.compile("PCN[0-9]{7,12}");

    static KeptLink begun(String number) {
        return isNumber(number) ? new KeptLink(null, number) : NOTHING;
    }

    /** Whether a text has the form of a connection's number. */
    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }
}
