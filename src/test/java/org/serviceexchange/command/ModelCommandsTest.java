package org.serviceexchange.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceexchange.platform.rulebook.EvilModels;

/** {@code check-processes}, as an analyst and a script use it. */
class ModelCommandsTest {

    private final TestTerminal terminal = new TestTerminal();

    @TempDir
    Path folder;

    @Test
    void findsNothingInTheProcessesOfThisApplication() {
        assertThat(terminal.run("check-processes", "processes")).isEqualTo(ExitCode.DONE);
        assertThat(terminal.out()).matches("[1-9]\\d files checked; 0 to be mended, 0 hints\\.\\R");
    }

    @Test
    void namesInFewLinesWhatADeletedStepBreaks() throws IOException {
        write("Match contact is deleted in Modeler");
        assertThat(terminal.run("check-processes", folder.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.out().lines())
                .hasSizeLessThan(6)
                .anyMatch(
                        line -> line.startsWith("wrong  consumer-registration.bpmn:") && line.contains("Match contact"))
                .anyMatch(line -> line.contains("“Is it the contact?” reads contactMatches"))
                .last()
                .asString()
                .endsWith(" files checked; 2 to be mended, 0 hints.");
    }

    @Test
    void speaksTheLanguageThatIsAskedFor() throws IOException {
        write("Match contact is deleted in Modeler");
        terminal.run("check-processes", folder.toString(), "--language=de");
        assertThat(terminal.out())
                .contains("falsch  consumer-registration.bpmn:")
                .contains("„Match contact“ fehlt");
        assertThat(terminal.run("check-processes", folder.toString(), "--language=xx"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).startsWith("\"xx\" is not offered here. Offered: ");
    }

    @Test
    void givesScriptsEveryPartOfAFinding() throws IOException {
        write("a class");
        assertThat(terminal.run("check-processes", folder.toString(), "--json")).isEqualTo(ExitCode.FAILED);
        JsonNode found = ApiClient.JSON.readTree(terminal.out());
        assertThat(found).hasSize(1);
        assertThat(found.path(0).path("kind").asText()).isEqualTo("SECURITY");
        assertThat(found.path(0).path("rule").asText()).isEqualTo("attribute-not-allowed");
        assertThat(found.path(0).path("file").asText()).isEqualTo("consumer-registration.bpmn");
        assertThat(found.path(0).path("line").asInt()).isPositive();
        assertThat(found.path(0).path("element").asText()).isEqualTo("serviceTask_matchContact");
        assertThat(found.path(0).path("label").asText()).isEqualTo("Match contact");
        assertThat(found.path(0).path("text").asText()).contains("class=\"java.lang.Runtime\"");
    }

    @Test
    void aHintAloneIsNoFailure() throws IOException {
        write("a step without a label");
        assertThat(terminal.run("check-processes", folder.toString())).isEqualTo(ExitCode.DONE);
        assertThat(terminal.out())
                .startsWith("hint  consumer-registration.bpmn:")
                .endsWith("; 0 to be mended, 1 hints.\n");
    }

    @Test
    void lettingNothingInAFileSteerTheTerminal() throws IOException {
        write("Match contact is deleted in Modeler");
        Path model = folder.resolve("consumer-registration.bpmn");
        Files.writeString(model, Files.readString(model).replace("Is it the contact?", "Is&#x9b;31m it?"));
        terminal.run("check-processes", folder.toString());
        assertThat(terminal.out()).contains("Is?31m it?").doesNotContain("\u009b");
    }

    @Test
    void wantsAFolderWithFiles() {
        for (String name : List.of(folder.toString(), folder.resolve("nothing").toString(), "pom.xml", "a\0b")) {
            assertThat(terminal.run("check-processes", name)).isEqualTo(ExitCode.USAGE);
            assertThat(terminal.err()).contains("is no folder with files.");
        }
    }

    /** What is not loaded costs no time: neither Spring's context nor the engine. */
    @Test
    void startsNeitherSpringNorTheEngine() throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.serviceexchange.ServiceExchangeApplication",
                        "check-processes",
                        "processes")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(Files.readString(log))
                .contains("org.serviceexchange.platform.rulebook.RuleBook ")
                .doesNotContain(
                        "org.springframework.boot.SpringApplication",
                        "org.springframework.context.",
                        "org.springframework.beans.")
                .doesNotContain("org.camunda.");
    }

    private void write(String model) throws IOException {
        Map<String, byte[]> files = EvilModels.all().stream()
                .filter(one -> one.name().equals(model))
                .findFirst()
                .orElseThrow()
                .folder()
                .files();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
