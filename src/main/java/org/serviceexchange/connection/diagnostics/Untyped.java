package org.serviceexchange.connection.diagnostics;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * A message without the texts that were put into it. Reasons, names and the values of own fields are texts like any others, so all of them
 * go but codes such as SX-5002; the sentence around them, numbers and times stay.
 */
final class Untyped {

    private static final String GONE = "(text)";
    private static final Pattern CODE = Pattern.compile("SX-\\d{4}");

    private Untyped() {}

    static LocalizedMessage of(LocalizedMessage message) {
        return new LocalizedMessage(message.key(), each(message.arguments()));
    }

    private static List<Object> each(Collection<?> arguments) {
        return arguments.stream().<Object>map(Untyped::argument).toList();
    }

    private static Object argument(Object argument) {
        if (argument instanceof LocalizedMessage message) {
            return of(message);
        }
        if (argument instanceof Collection<?> several) {
            return each(several);
        }
        return argument instanceof String text && !CODE.matcher(text).matches() ? GONE : argument;
    }
}
