package org.serviceexchange.command;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * One command.
 *
 * @param path its name, after that of its group if it has one, such as {@code connections test}
 * @param parameters what it takes without a flag; of the last one there may be several
 * @param required options without which it is refused
 * @param options all others
 */
record Command(String path, List<String> parameters, List<Option> required, List<Option> options, Act act) {

    /** What a command does. */
    @FunctionalInterface
    interface Act {
        ExitCode run(Invocation invocation) throws IOException;
    }

    /** The options of every command that asks an instance. */
    static final List<Option> OF_THE_INSTANCE = List.of(Option.URL, Option.TOKEN_FILE, Option.JSON);

    /** For settings of an instance, which are written as at its start: they are no options of the command. */
    static final String SETTINGS = "[SETTING...]";

    /** A command that asks an instance about the record of one number. */
    static Command ofNumber(String path, Act act) {
        return new Command(path, List.of("NUMBER"), List.of(), OF_THE_INSTANCE, act);
    }

    String name() {
        return path.substring(path.indexOf(' ') + 1);
    }

    /** The group that it belongs to; empty if it stands alone. */
    String group() {
        return path.substring(0, Math.max(0, path.indexOf(' ')));
    }

    LocalizedMessage about() {
        return LocalizedMessage.of("command.about." + path.replace(' ', '.'));
    }

    /** The same with more options. */
    Command with(Option... more) {
        return new Command(
                path,
                parameters,
                required,
                Stream.concat(options.stream(), Arrays.stream(more)).toList(),
                act);
    }
}
