package org.serviceexchange.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;

/** Runs commands as a shell would, and keeps what they print. */
final class TestTerminal {

    final Map<String, String> environment = new HashMap<>();
    final List<Long> pauses = new ArrayList<>();
    Locale language = Locale.ENGLISH;

    /** What happens while a command waits. */
    LongConsumer meanwhile = millis -> {};

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    ExitCode run(String... arguments) {
        out.reset();
        err.reset();
        LongConsumer pause = millis -> {
            pauses.add(millis);
            meanwhile.accept(millis);
        };
        return CommandLineProgram.run(
                new Terminal(
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8),
                        language,
                        environment,
                        pause),
                arguments);
    }

    String out() {
        return out.toString(UTF_8);
    }

    String err() {
        return err.toString(UTF_8);
    }
}
