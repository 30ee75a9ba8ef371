package org.serviceexchange.command;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * Where a command runs.
 *
 * @param out for results
 * @param err for everything that is no result
 * @param environment variables, which unlike arguments other users of the machine cannot see
 * @param pause waits so many milliseconds
 */
record Terminal(
        PrintStream out, PrintStream err, Locale language, Map<String, String> environment, LongConsumer pause) {

    /** The same in another language. */
    Terminal speaking(Locale other) {
        return new Terminal(out, err, other, environment, pause);
    }

    String text(LocalizedMessage message) {
        return message.in(language);
    }

    String text(String key, Object... arguments) {
        return text(LocalizedMessage.of(key, arguments));
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
