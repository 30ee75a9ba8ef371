package org.serviceexchange.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.message.LocalizedMessage;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs the command that the arguments name, without Spring, so that it is done in a second. */
public final class CommandLineProgram {

    private static final List<String> HELP = List.of("--help", "-h");

    private CommandLineProgram() {}

    /** Whether the arguments name a command; settings of an instance begin with two dashes. */
    public static boolean isNamed(String... arguments) {
        return arguments.length > 0 && (!arguments[0].startsWith("-") || HELP.contains(arguments[0]));
    }

    /** Runs it for the person or script that called this JVM, and returns the exit code. */
    public static int run(String... arguments) {
        // Parts of an instance that a command uses write no log
        System.setProperty("logging.level.root", "ERROR");
        Terminal terminal = new Terminal(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                language(System.getenv()),
                System.getenv(),
                millis -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis)));
        return run(terminal, arguments).number();
    }

    /** By the variables rather than by the JVM, which knows only the locales that are installed on the machine. */
    static Locale language(Map<String, String> environment) {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(environment::get)
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .map(value -> value.split("[_.@-]", 2)[0])
                .or(() -> Optional.of(Locale.getDefault().getLanguage()))
                .flatMap(Languages::tagged)
                .orElse(Languages.DEFAULT);
    }

    static ExitCode run(Terminal terminal, String... arguments) {
        CommandTree tree = new CommandTree(terminal.language());
        try {
            ParseResult typed = tree.parse(arguments);
            while (typed.hasSubcommand()) {
                typed = typed.subcommand();
            }
            return run(terminal, tree, typed);
        } catch (ParameterException e) {
            terminal.err().println(terminal.text(sentence(e)));
            terminal.err()
                    .println(terminal.text(
                            "command.seeHelp",
                            (CommandTree.PROGRAM + " help "
                                            + CommandTree.path(
                                                    e.getCommandLine().getCommandSpec()))
                                    .strip()));
            return ExitCode.USAGE;
        }
    }

    private static ExitCode run(Terminal terminal, CommandTree tree, ParseResult typed) {
        try {
            if (typed.isUsageHelpRequested()) {
                terminal.out().print(typed.commandSpec().commandLine().getUsageMessage());
                return ExitCode.DONE;
            }
            Command command = tree.of(typed).orElse(null);
            if (command == null) {
                terminal.err().print(typed.commandSpec().commandLine().getUsageMessage());
                return ExitCode.USAGE;
            }
            return command.act().run(new Invocation(terminal, typed, () -> tree));
        } catch (CommandFailure failure) {
            JsonNode problem = failure.problem();
            if (problem != null && typed.hasMatchedOption(Option.JSON.flag())) {
                Output.json(problem, terminal.err());
            } else {
                terminal.err().println(terminal.text(failure.sentence()));
            }
            return failure.code();
        } catch (UncheckedIOException e) {
            return failed(terminal, Objects.requireNonNullElse(e.getCause(), e));
        } catch (IOException e) {
            return failed(terminal, e);
        }
    }

    private static ExitCode failed(Terminal terminal, Exception e) {
        terminal.err().println(terminal.text("command.failed", String.valueOf(e.getMessage())));
        return ExitCode.FAILED;
    }

    private static LocalizedMessage sentence(ParameterException refused) {
        if (refused instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            List<String> nearest = unmatched.getSuggestions();
            return nearest.isEmpty()
                    ? LocalizedMessage.of("command.unknown", first)
                    : LocalizedMessage.of(
                            "command.nearest", LocalizedMessage.of("command.unknown", first), nearest.get(0));
        }
        if (refused instanceof MissingParameterException missing) {
            return LocalizedMessage.of(
                    "command.missing",
                    missing.getMissing().stream().map(CommandLineProgram::name).collect(Collectors.joining(", ")));
        }
        return LocalizedMessage.of("command.malformed", String.valueOf(refused.getMessage()));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
