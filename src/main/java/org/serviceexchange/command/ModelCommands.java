package org.serviceexchange.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.rulebook.Breach;
import org.serviceexchange.platform.rulebook.ProcessFolder;
import org.serviceexchange.platform.rulebook.Rule;
import org.serviceexchange.platform.rulebook.RuleBook;

/** Commands for folders of process models; they need no instance. */
final class ModelCommands {

    private ModelCommands() {}

    static List<Command> all() {
        return List.of(new Command(
                "check-processes",
                List.of("FOLDER"),
                List.of(),
                List.of(Option.JSON, Option.LANGUAGE),
                ModelCommands::check));
    }

    /** Failed if an instance would not deploy the folder; hints alone are no failure. */
    private static ExitCode check(Invocation invocation) throws IOException {
        Locale language = language(invocation);
        ProcessFolder folder = ProcessFolder.of(folder(invocation.parameters().get(0)));
        List<Breach> breaches = RuleBook.check(folder);
        if (invocation.has(Option.JSON)) {
            Output.json(json(breaches, language), invocation.terminal().out());
        } else {
            print(breaches, folder, invocation.terminal(), language);
        }
        return breaches.stream().anyMatch(breach -> breach.kind().refuses()) ? ExitCode.FAILED : ExitCode.DONE;
    }

    /** A folder in which there is anything. */
    static Path folder(String name) throws IOException {
        try {
            Path path = Path.of(name);
            if (!Files.isDirectory(path) || ProcessFolder.of(path).files().isEmpty()) {
                throw CommandFailure.usage("command.noFolder", name);
            }
            return path;
        } catch (InvalidPathException unreadable) {
            throw CommandFailure.usage("command.noFolder", name);
        }
    }

    /** The language that was asked for, or else that of the terminal. */
    static Locale language(Invocation invocation) {
        String offered = Languages.OFFERED.stream().map(Locale::toLanguageTag).collect(Collectors.joining(", "));
        return invocation
                .value(Option.LANGUAGE)
                .map(tag -> Languages.tagged(tag)
                        .orElseThrow(() -> CommandFailure.usage("command.noLanguage", tag, offered)))
                .orElse(invocation.terminal().language());
    }

    private static void print(List<Breach> breaches, ProcessFolder folder, Terminal terminal, Locale language) {
        Terminal inLanguage = terminal.speaking(language);
        for (Breach breach : breaches) {
            String kind = inLanguage.text("rulebook.kind." + breach.kind());
            inLanguage.out().println(Output.harmless(kind + "  " + inLanguage.text(breach.report())));
        }
        inLanguage
                .out()
                .println(inLanguage.text(
                        "rulebook.summary",
                        folder.files().size(),
                        count(breaches, Rule.Kind.SECURITY) + count(breaches, Rule.Kind.FAULT),
                        count(breaches, Rule.Kind.STYLE)));
    }

    private static long count(List<Breach> breaches, Rule.Kind kind) {
        return breaches.stream().filter(breach -> breach.kind() == kind).count();
    }

    private static ArrayNode json(List<Breach> breaches, Locale language) {
        ArrayNode list = ApiClient.JSON.createArrayNode();
        breaches.forEach(breach -> list.addObject()
                .put("kind", breach.kind().name())
                .put("rule", breach.rule().code())
                .put("file", breach.file())
                .put("line", breach.line())
                .put("element", breach.element())
                .put("label", breach.label())
                .put("text", breach.sentence().in(language)));
        return list;
    }
}
