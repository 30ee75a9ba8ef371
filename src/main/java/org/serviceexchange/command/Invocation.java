package org.serviceexchange.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;
import picocli.CommandLine.ParseResult;

/** A command as a person or a script typed it. */
final class Invocation {

    private static final String URL_VARIABLE = "SX_URL";
    private static final String TOKEN_VARIABLE = "SX_TOKEN";
    private static final String TOKEN_FILE_VARIABLE = "SX_TOKEN_FILE";
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    private final Terminal terminal;
    private final ParseResult typed;
    private final Supplier<CommandTree> tree;
    private @Nullable ApiClient client;

    Invocation(Terminal terminal, ParseResult typed, Supplier<CommandTree> tree) {
        this.terminal = terminal;
        this.typed = typed;
        this.tree = tree;
    }

    Terminal terminal() {
        return terminal;
    }

    /** All commands, for help and completion. */
    CommandTree tree() {
        return tree.get();
    }

    boolean has(Option option) {
        return typed.hasMatchedOption(option.flag());
    }

    Optional<String> value(Option option) {
        return Optional.ofNullable(typed.matchedOptionValue(option.flag(), (String) null));
    }

    /** The values without a flag. */
    List<String> parameters() {
        return typed.matchedPositionals().stream()
                .flatMap(positional -> positional.stringValues().stream())
                .toList();
    }

    /** A whole number of seconds. */
    long seconds(Option option, long otherwise) {
        return value(option)
                .map(text -> {
                    if (!text.matches("[0-9]{1,7}")) {
                        throw CommandFailure.usage("command.noSeconds", option.flag(), text);
                    }
                    return Long.parseLong(text);
                })
                .orElse(otherwise);
    }

    Output output() {
        return new Output(terminal, has(Option.JSON));
    }

    /** The instance, with the token. */
    ApiClient api() {
        if (client == null) {
            client = new ApiClient(url(), token(), terminal.language());
        }
        return client;
    }

    /** The instance for what needs no token. */
    ApiClient anonymously() {
        return new ApiClient(url(), "", terminal.language());
    }

    /** Without a slash at its end. */
    private URI url() {
        String text = value(Option.URL)
                .or(() -> terminal.variable(URL_VARIABLE))
                .orElseThrow(() -> CommandFailure.usage("command.noUrl", URL_VARIABLE));
        String trimmed = text.replaceAll("/+$", "");
        URI url;
        try {
            url = URI.create(trimmed);
        } catch (IllegalArgumentException malformed) {
            throw CommandFailure.usage("command.badUrl", text);
        }
        boolean plain = "http".equalsIgnoreCase(url.getScheme());
        if (url.getHost() == null || (!plain && !"https".equalsIgnoreCase(url.getScheme()))) {
            throw CommandFailure.usage("command.badUrl", text);
        }
        if (plain && !LOOPBACK.contains(url.getHost())) {
            throw CommandFailure.usage("command.plainUrl", text);
        }
        return url;
    }

    /** From the file that is named, else from the variables; never from an argument, which every user of the machine can see. */
    private String token() {
        Optional<String> file = value(Option.TOKEN_FILE)
                .or(() -> terminal.variable(TOKEN_VARIABLE).isPresent()
                        ? Optional.empty()
                        : terminal.variable(TOKEN_FILE_VARIABLE));
        String token = file.map(Invocation::read)
                .or(() -> terminal.variable(TOKEN_VARIABLE))
                .orElseThrow(() -> CommandFailure.usage("command.noToken", TOKEN_VARIABLE, TOKEN_FILE_VARIABLE));
        if (!token.matches("[\\x21-\\x7e]+")) {
            throw CommandFailure.usage("command.badToken");
        }
        return token;
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | InvalidPathException unreadable) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    LocalizedMessage.of("command.noFile", file, String.valueOf(unreadable.getMessage())));
        }
    }
}
