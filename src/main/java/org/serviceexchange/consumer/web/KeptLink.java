package org.serviceexchange.consumer.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.consumer.connection.RegistrationLink;

/**
 * What a browser keeps of the link that was opened in it last: the link, until a connection has begun with it; then the
 * number of that connection. At most one of both.
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
