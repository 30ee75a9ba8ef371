package org.serviceexchange.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes the way of {@code processes/README.md}, "Ten minutes": each of its commands, with what it says they print. */
class TenMinutesTest {

    private static final Path README = Path.of("processes/README.md");
    private static final String JAR = "java -jar service-exchange.jar ";
    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\n(.*?)```", Pattern.DOTALL);

    private static final String NAMED = "id=\"userTask_approveCompany\" name=\"Approve company\"";
    private static final String UNNAMED = "id=\"userTask_approveCompany\"";

    /** What the template "Approval by a person" makes of a task that is drawn where the picture shows it. */
    private static final String TASK = """
            <bpmn:userTask id="userTask_approveCompany" name="Approve company" camunda:modelerTemplate="org.serviceexchange.approval" camunda:modelerTemplateVersion="1" camunda:formKey="embedded:deployment:forms/approval.html" camunda:candidateGroups="sn_sb.admin,admin" camunda:dueDate="P7D" camunda:followUpDate="P1D" camunda:priority="60">
              <bpmn:extensionElements>
                <camunda:properties>
                  <camunda:property name="approvalQuestion" value="May this company be registered?" />
                  <camunda:property name="approvalBefore" value="link" />
                  <camunda:property name="approvalBySecondPerson" value="false" />
                </camunda:properties>
              </bpmn:extensionElements>
              <bpmn:incoming>flow_validatePrerequisites_to_createRegistrationTask</bpmn:incoming>
              <bpmn:outgoing>flow_approveCompany_to_createRegistrationTask</bpmn:outgoing>
            </bpmn:userTask>
            <bpmn:sequenceFlow id="flow_approveCompany_to_createRegistrationTask" sourceRef="userTask_approveCompany" targetRef="serviceTask_createRegistrationTask" />
            """;

    private static final String SHAPES = """
            <bpmndi:BPMNShape id="userTask_approveCompany_di" bpmnElement="userTask_approveCompany">
              <dc:Bounds x="1090" y="440" width="100" height="80" />
            </bpmndi:BPMNShape>
            <bpmndi:BPMNEdge id="flow_approveCompany_to_createRegistrationTask_di" bpmnElement="flow_approveCompany_to_createRegistrationTask">
              <di:waypoint x="1140" y="520" />
              <di:waypoint x="1140" y="560" />
            </bpmndi:BPMNEdge>
            """;

    private final TestTerminal terminal = new TestTerminal();

    /** Where the analyst works, with the folder of the application in it. */
    @TempDir
    Path work;

    private String section;

    @BeforeEach
    void read() throws IOException {
        String text = Files.readString(README);
        section = text.substring(text.indexOf("## Ten minutes"), text.indexOf("## Editing"));
        copy(Path.of("processes"), work.resolve("processes"));
    }

    @Test
    void eachCommandDoesWhatTheDocumentSays() throws IOException, InterruptedException {
        List<String> commands = blocks("sh").flatMap(String::lines).toList();
        assertThat(commands).hasSizeGreaterThan(3);
        List<String> printed = blocks("").toList();
        int shown = 0;
        for (String command : commands) {
            if (command.startsWith(JAR)) {
                String[] arguments = command.substring(JAR.length())
                        .replace("my-processes", work.resolve("my-processes").toString())
                        .split(" ");
                terminal.run(arguments);
                assertThat(withoutLines(terminal.out())).as(command).isEqualTo(withoutLines(printed.get(shown)));
                shown++;
            } else {
                assertThat(shell(command)).as(command).isZero();
            }
            if (shown == 0) {
                draw();
            } else if (shown == 1) {
                name();
            }
        }
        assertThat(shown).isEqualTo(printed.size());
        assertThat(Files.readString(work.resolve("my-processes/reason.txt"))).isNotBlank();
    }

    @Test
    void itsPicturesAreThere() {
        assertThat(Pattern.compile("\\]\\((\\.\\./docs/images/[^)]+)\\)")
                        .matcher(section)
                        .results()
                        .map(picture -> Path.of("processes").resolve(picture.group(1))))
                .hasSizeGreaterThan(0)
                .allMatch(Files::exists);
    }

    /** In Modeler one draws a task, chooses the template, and first forgets to name the task. */
    private void draw() throws IOException {
        if (Files.exists(model()) && !Files.readString(model()).contains("userTask_approveCompany")) {
            replace("targetRef=\"serviceTask_createRegistrationTask\"", "targetRef=\"userTask_approveCompany\"");
            replace(
                    "<bpmn:incoming>flow_validatePrerequisites_to_createRegistrationTask<",
                    "<bpmn:incoming>flow_approveCompany_to_createRegistrationTask<");
            replace("  </bpmn:process>", TASK + "  </bpmn:process>");
            replace("    </bpmndi:BPMNPlane>", SHAPES + "    </bpmndi:BPMNPlane>");
            replace(
                    "<di:waypoint x=\"1040\" y=\"600\" />\n        <di:waypoint x=\"1090\" y=\"600\" />",
                    "<di:waypoint x=\"1040\" y=\"540\" />\n        <di:waypoint x=\"1065\" y=\"540\" />\n"
                            + "        <di:waypoint x=\"1065\" y=\"480\" />\n        <di:waypoint x=\"1090\" y=\"480\" />");
            String folder = System.getProperty("modeler.example");
            if (folder != null) {
                Files.copy(model(), Files.createDirectories(Path.of(folder)).resolve("approve-company.bpmn"));
            }
            replace(NAMED, UNNAMED);
        }
    }

    /** The task gets its label. */
    private void name() throws IOException {
        if (Files.readString(model()).contains(UNNAMED + " camunda")) {
            replace(UNNAMED + " camunda", NAMED + " camunda");
        }
    }

    private void replace(String from, String to) throws IOException {
        String text = Files.readString(model());
        assertThat(text).contains(from);
        Files.writeString(model(), text.replace(from, to));
    }

    private Path model() {
        return work.resolve("my-processes/consumer-registration.bpmn");
    }

    /** In which line something stands changes with every change of the model. */
    private static String withoutLines(String printed) {
        return printed.strip().replaceAll("\\.bpmn:\\d+", ".bpmn");
    }

    private Stream<String> blocks(String language) {
        return BLOCK.matcher(section)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2));
    }

    private int shell(String command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("shell.txt").toFile())
                .start();
        assertThat(shell.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return shell.exitValue();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.write(target, Files.readAllBytes(file));
                }
            }
        }
    }
}
