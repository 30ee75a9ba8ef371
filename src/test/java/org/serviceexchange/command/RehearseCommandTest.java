package org.serviceexchange.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.serviceexchange.checker.ChangedProcesses;

/** {@code rehearse}: real instances live with the models of a folder. */
class RehearseCommandTest {

    private static final String TAKES_MINUTES = "Takes minutes: -Dservice-exchange.rehearse=true runs it.";

    /** What the template "Approval by a person" makes of a task. */
    private static final String APPROVAL = """
            <bpmn:userTask id="userTask_approveCompany" name="Approve company" camunda:modelerTemplate="org.serviceexchange.approval" camunda:modelerTemplateVersion="1" camunda:formKey="embedded:deployment:forms/approval.html" camunda:candidateGroups="sn_sb.admin,admin" camunda:dueDate="P7D" camunda:followUpDate="P1D" camunda:priority="60">
              <bpmn:extensionElements>
                <camunda:properties>
                  <camunda:property name="approvalQuestion" value="May this company be registered?" />
                  <camunda:property name="approvalBefore" value="link" />
                  <camunda:property name="approvalBySecondPerson" value="true" />
                </camunda:properties>
              </bpmn:extensionElements>
            </bpmn:userTask>
            """;

    private final TestTerminal terminal = new TestTerminal();

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private ChangedProcesses models;
    private Path page;

    @BeforeEach
    void copy() throws IOException {
        models = new ChangedProcesses(folder);
        page = elsewhere.resolve("rehearsal.html");
    }

    private ProgramAside rehearse(String... options) throws IOException, InterruptedException {
        String[] typed = new String[options.length + 3];
        typed[0] = "rehearse";
        typed[1] = folder.toString();
        typed[2] = "--report=" + page;
        System.arraycopy(options, 0, typed, 3, options.length);
        return ProgramAside.run(elsewhere, typed);
    }

    @Test
    @EnabledIfSystemProperty(named = "service-exchange.rehearse", matches = "true", disabledReason = TAKES_MINUTES)
    void playsAllStoriesOfTheShippedModelsAndTwoWeeks() throws IOException, InterruptedException {
        ProgramAside done = rehearse("--language=de");
        assertThat(done.out())
                .containsPattern(
                        "(\\d+) Geschichten mit einem echten Anbieter und einem echten Abnehmer gespielt: \\1 kamen")
                .contains("14 Tage erlebt", "Bericht: " + page);
        assertThat(done.exit()).isEqualTo(ExitCode.DONE.number());
        assertThat(Files.readString(page))
                .contains("<html lang=\"de\">", ">Alles geht gut</h2>", ">Der Kontakt lehnt ab</h2>")
                .contains("contact.2@example.com")
                .containsPattern(
                        "<td>Abnehmer: Connect to Provider</td>\\s*<td>0 T 02:00</td>\\s*<td>sn_sb.admin, admin</td>")
                .containsPattern("<td>3 T \\d\\d:\\d\\d</td>\\s*<td>Anbieter, an contact")
                .containsPattern("<td>14 T \\d\\d:\\d\\d</td>\\s*<td>Anbieter: Closed Incomplete: expired</td>")
                .contains("„Restore contact“ wartet auf eine Person aus")
                .containsPattern("fill=\"#1558d6\">Match contact</text>")
                .doesNotContain("src=", "<script");
    }

    @Test
    @EnabledIfSystemProperty(named = "service-exchange.rehearse", matches = "true", disabledReason = TAKES_MINUTES)
    void showsWhoHadToApproveWhen() throws IOException, InterruptedException {
        models.insert(
                ChangedProcesses.REGISTRATION,
                "flow_validatePrerequisites_to_createRegistrationTask",
                "userTask_approveCompany",
                APPROVAL);
        ProgramAside done = rehearse();
        assertThat(done.out())
                .containsPattern("Played (\\d+) stories with a real provider and a real consumer: \\1 came");
        assertThat(Files.readString(page))
                .containsPattern(
                        "<td>Provider: Approve company</td>\\s*<td>0 d 02:00</td>\\s*<td>sn_sb.admin, admin</td>");
    }

    @Test
    void refusesAReportThatCannotBeWrittenBeforeItBegins() {
        for (String report :
                List.of(elsewhere.resolve("none/rehearsal.html").toString(), elsewhere.toString(), elsewhere + "/\0")) {
            assertThat(terminal.run("rehearse", folder.toString(), "--report=" + report))
                    .isEqualTo(ExitCode.USAGE);
            assertThat(terminal.err()).startsWith("The file " + elsewhere).contains("cannot be used");
        }
    }

    @Test
    void saysWhatEndedItAtOnce() {
        RuntimeException failure = new IllegalStateException("context", new BindException("Address in use"));
        RehearseCommand command = new RehearseCommand(models -> {
            throw failure;
        });
        assertThatExceptionOfType(CommandFailure.class)
                .isThrownBy(() -> command.lived(folder))
                .satisfies(said -> assertThat(said.code()).isEqualTo(ExitCode.FAILED))
                .withMessage("It failed: java.net.BindException: Address in use.");
    }

    @Test
    void refusesModelsThatAnInstanceWouldNotDeploy() {
        models.remove(ChangedProcesses.REGISTRATION, "serviceTask", "serviceTask_matchContact");
        assertThat(terminal.run("rehearse", folder.toString(), "--report=" + page))
                .isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err())
                .startsWith("These models cannot be rehearsed:")
                .contains("“Match contact”");
        assertThat(page).doesNotExist();
    }
}
