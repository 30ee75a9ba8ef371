package org.serviceexchange.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceexchange.checker.ChangedProcesses;

/** {@code stories}, as an analyst and a script use it. */
class StoryCommandsTest {

    private static final String LABEL = "name=\"Write work note\"";

    private final TestTerminal terminal = new TestTerminal();

    @TempDir
    Path folder;

    private ChangedProcesses models;

    @BeforeEach
    void copy() throws IOException {
        models = new ChangedProcesses(folder);
    }

    private ExitCode stories(String... options) {
        String[] typed = new String[options.length + 2];
        typed[0] = "stories";
        typed[1] = folder.toString();
        System.arraycopy(options, 0, typed, 2, options.length);
        return terminal.run(typed);
    }

    @Test
    void showsStoriesInTheLanguageThatIsAskedFor() {
        assertThat(stories("--show")).isEqualTo(ExitCode.DONE);
        assertThat(terminal.out())
                .startsWith("The stories of an onboarding")
                .contains("# All goes well", "* Provider: The contact allows.");
        assertThat(stories("--show", "--language=de")).isEqualTo(ExitCode.DONE);
        assertThat(terminal.out()).contains("# Alles geht gut", "Am Ende ist die Registrierung");
    }

    @Test
    void comparesWithWhatWasAccepted() throws IOException {
        assertThat(stories()).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.out()).startsWith("No stories are accepted in this folder yet.");
        assertThat(stories("--accept")).isEqualTo(ExitCode.DONE);
        assertThat(terminal.out()).isEqualToIgnoringNewLines("Accepted: " + folder.resolve("stories.txt"));
        assertThat(stories()).isEqualTo(ExitCode.DONE);
        assertThat(terminal.out()).matches("All \\d+ stories are the accepted ones\\.\\R");
        models.replace(ChangedProcesses.REGISTRATION, LABEL, "name=\"Tell the admin\"");
        assertThat(stories()).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.out())
                .contains(
                        "Changed story: E-mail is off",
                        "  Provider, after “Is mail on? (no)” there is now: Tell the admin");
    }

    @Test
    void acceptsInEachLanguageInWhichStoriesWereAcceptedBefore() throws IOException {
        stories("--accept", "--language=de");
        stories("--accept", "--language=en");
        models.replace(ChangedProcesses.REGISTRATION, LABEL, "name=\"Tell the admin\"");
        stories("--accept");
        assertThat(Files.readString(folder.resolve("stories.txt"))).contains("→ Tell the admin");
        assertThat(Files.readString(folder.resolve("stories.de.txt"))).contains("→ Tell the admin");
        assertThat(stories()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void refusesModelsOfWhichNothingCanBeTold() throws IOException {
        models.remove(ChangedProcesses.REGISTRATION, "serviceTask", "serviceTask_matchContact");
        assertThat(stories("--accept")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err())
                .startsWith("No stories can be told of these models:")
                .contains("“Match contact”");
        assertThat(folder.resolve("stories.txt")).doesNotExist();
    }

    @Test
    void writesAPageWithTheWayOfEachStoryOnBothDiagrams() throws IOException {
        models.replace(ChangedProcesses.REGISTRATION, LABEL, "name=\"Tell &lt;i&gt;\"");
        Path page = folder.resolve("report.html");
        assertThat(stories("--report=" + page)).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(page))
                .contains("<h2>E-mail is off</h2>", "Is mail on? (no) → Tell &lt;i&gt;</li>")
                .containsPattern("fill=\"#1558d6\">Match contact</text>")
                .containsPattern("fill=\"#c5221f\">Onboarded</text>")
                .doesNotContain("<i>", "src=", "href=");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThat(terminal.run("stories", folder.resolve("none").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("none");
    }
}
