package org.serviceexchange.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.serviceexchange.checker.story.AcceptedStories;
import org.serviceexchange.checker.story.Difference;
import org.serviceexchange.checker.story.FolderStories;
import org.serviceexchange.checker.story.StoryReport;
import org.serviceexchange.platform.message.LocalizedMessage;

/** The stories that models tell, for people to read and accept; no instance is needed. */
final class StoryCommands {

    private StoryCommands() {}

    static List<Command> all() {
        return List.of(new Command(
                "stories",
                List.of("FOLDER"),
                List.of(),
                List.of(Option.SHOW, Option.ACCEPT, Option.REPORT, Option.LANGUAGE),
                StoryCommands::stories));
    }

    /** Failed if the stories are not those that were accepted. */
    private static ExitCode stories(Invocation invocation) throws IOException {
        Path folder = ModelCommands.folder(invocation.parameters().get(0));
        Terminal terminal = invocation.terminal().speaking(ModelCommands.language(invocation));
        FolderStories stories = FolderStories.of(folder);
        if (!stories.untold().isEmpty()) {
            terminal.err().println(terminal.text("story.untold"));
            stories.untold().forEach(why -> terminal.err().println("- " + Output.harmless(terminal.text(why))));
            return ExitCode.USAGE;
        }
        if (invocation.has(Option.SHOW)) {
            stories.text(terminal.language()).lines().map(Output::harmless).forEach(terminal.out()::println);
        }
        Optional<String> report = invocation.value(Option.REPORT);
        if (report.isPresent()) {
            Files.writeString(Path.of(report.get()), StoryReport.of(stories, terminal.language()));
        }
        AcceptedStories accepted = new AcceptedStories(folder);
        if (invocation.has(Option.ACCEPT)) {
            for (Locale language : languages(accepted, invocation, terminal)) {
                Path file = accepted.accept(stories, language);
                terminal.out().println(terminal.text("story.accepted", file));
            }
            return ExitCode.DONE;
        }
        return invocation.has(Option.SHOW) || report.isPresent()
                ? ExitCode.DONE
                : compare(stories, accepted, invocation, terminal);
    }

    /** The language that was asked for, or else all that were accepted before, or else that of the terminal. */
    private static List<Locale> languages(AcceptedStories accepted, Invocation invocation, Terminal terminal) {
        boolean all = invocation.value(Option.LANGUAGE).isEmpty()
                && !accepted.languages().isEmpty();
        return all ? accepted.languages() : List.of(terminal.language());
    }

    private static ExitCode compare(
            FolderStories stories, AcceptedStories accepted, Invocation invocation, Terminal terminal)
            throws IOException {
        ExitCode code = ExitCode.DONE;
        for (Locale language : languages(accepted, invocation, terminal)) {
            Optional<List<Difference>> found = accepted.difference(stories, language);
            if (found.isPresent() && found.get().isEmpty()) {
                terminal.out()
                        .println(terminal.text("story.same", stories.stories().size()));
                continue;
            }
            code = ExitCode.FAILED;
            found.orElseGet(() -> List.of(new Difference(LocalizedMessage.of("story.notAccepted"), false)))
                    .forEach(one -> terminal.out()
                            .println((one.inStory() ? "  " : "") + Output.harmless(terminal.text(one.said()))));
        }
        return code;
    }
}
