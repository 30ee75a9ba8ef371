package org.serviceexchange.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.rehearsal.PlayedDays;
import org.serviceexchange.rehearsal.PlayedStory;
import org.serviceexchange.rehearsal.Rehearsal;
import org.serviceexchange.rehearsal.RehearsalReport;
import org.serviceexchange.rehearsal.Rehearsed;

/** Lets a pair of instances live with the models of a folder for a while; both are in this process and are gone afterwards. */
final class RehearseCommand {

    private static final String PAGE = "rehearsal.html";

    private RehearseCommand() {}

    static List<Command> all() {
        return List.of(new Command(
                "rehearse",
                List.of("FOLDER"),
                List.of(),
                List.of(Option.REPORT, Option.LANGUAGE),
                RehearseCommand::rehearse));
    }

    /** Failed if something came otherwise than the stories tell it. */
    private static ExitCode rehearse(Invocation invocation) throws IOException {
        Path folder = ModelCommands.folder(invocation.parameters().get(0));
        Terminal terminal = invocation.terminal().speaking(ModelCommands.language(invocation));
        Rehearsed rehearsed = Rehearsal.of(folder);
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
        Path page = Path.of(invocation.value(Option.REPORT).orElse(PAGE));
        Files.writeString(page, RehearsalReport.of(rehearsed, terminal.language()));
        terminal.out().println(terminal.text("rehearsal.reported", page));
        return rehearsed.asTold() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static String said(Terminal terminal, LocalizedMessage sentence) {
        return Output.harmless(terminal.text(sentence));
    }
}
