package org.serviceexchange.command;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.rehearsal.PlayedDays;
import org.serviceexchange.rehearsal.PlayedStory;
import org.serviceexchange.rehearsal.Rehearsal;
import org.serviceexchange.rehearsal.RehearsalReport;
import org.serviceexchange.rehearsal.Rehearsed;
import org.springframework.core.NestedExceptionUtils;

/** Lets a pair of instances live with the models of a folder for a while; both are in this process and are gone afterwards. */
final class RehearseCommand {

    private static final String PAGE = "rehearsal.html";

    /** What comes of the models of a folder. */
    @FunctionalInterface
    interface Life {
        Rehearsed with(Path folder) throws IOException;
    }

    private final Life life;

    RehearseCommand(Life life) {
        this.life = life;
    }

    static List<Command> all() {
        return List.of(new Command(
                "rehearse",
                List.of("FOLDER"),
                List.of(),
                List.of(Option.REPORT, Option.LANGUAGE),
                new RehearseCommand(Rehearsal::of)::rehearse));
    }

    /** Failed if something came otherwise than the stories tell it. */
    private ExitCode rehearse(Invocation invocation) throws IOException {
        Path folder = ModelCommands.folder(invocation.parameters().get(0));
        Terminal terminal = invocation.terminal().speaking(ModelCommands.language(invocation));
        Path page = page(invocation.value(Option.REPORT).orElse(PAGE));
        Rehearsed rehearsed = lived(folder);
        if (!rehearsed.refused().isEmpty()) {
            terminal.err().println(terminal.text("rehearsal.refusedAll"));
            rehearsed.refused().forEach(why -> terminal.err().println("- " + said(terminal, why)));
            return ExitCode.USAGE;
        }
        long asTold = rehearsed.stories().stream().filter(PlayedStory::asTold).count();
        terminal.out()
                .println(terminal.text("rehearsal.summary", rehearsed.stories().size(), asTold));
        for (PlayedStory story : rehearsed.stories()) {
            if (!story.asTold()) {
                terminal.out().println(said(terminal, story.told().title()));
                story.why().forEach(why -> terminal.out().println("  " + said(terminal, why)));
            }
        }
        PlayedDays days = rehearsed.days();
        if (days != null) {
            terminal.out()
                    .println(terminal.text(
                            "rehearsal.days.summary",
                            Rehearsal.DAYS,
                            days.missed().size()));
            days.missed().forEach(missed -> terminal.out().println("  " + said(terminal, missed)));
        }
        Files.writeString(page, RehearsalReport.of(rehearsed, terminal.language()));
        terminal.out().println(terminal.text("rehearsal.reported", page));
        return rehearsed.asTold() ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** Says at once if the page cannot be written, rather than when all is over. */
    static Path page(String file) {
        try {
            Path page = Path.of(file);
            Path written = Files.exists(page) ? page : page.toAbsolutePath().getParent();
            if (Files.isDirectory(page) || written == null || !Files.isWritable(written)) {
                throw new AccessDeniedException(file);
            }
            return page;
        } catch (IOException | InvalidPathException unusable) {
            throw CommandFailure.usage("command.noFile", file, String.valueOf(unusable.getMessage()));
        }
    }

    /** What nobody foresaw ends the command with a sentence; both instances have been stopped then. */
    Rehearsed lived(Path folder) throws IOException {
        try {
            return life.with(folder);
        } catch (RuntimeException failure) {
            Throwable root = Objects.requireNonNullElse(NestedExceptionUtils.getRootCause(failure), failure);
            throw new CommandFailure(ExitCode.FAILED, LocalizedMessage.of("command.failed", root.toString()));
        }
    }

    private static String said(Terminal terminal, LocalizedMessage sentence) {
        return Output.harmless(terminal.text(sentence));
    }
}
