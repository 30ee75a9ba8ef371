package org.serviceexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.architecture.Diagrams.Diagram;
import org.serviceexchange.platform.engine.LandedModels;

/** A version tag stands for one flow: whoever changes what a process does raises the tag, processes/README.md says when. */
class VersionTagTest {

    static List<Diagram> diagrams() {
        return Diagrams.all();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void isRaisedWhenTheProcessDoesSomethingElseThanOnAnInstalledVersion(Diagram diagram) throws IOException {
        String now = Files.readString(diagram.file());
        for (Path landed : landed(diagram)) {
            String before = Files.readString(landed);
            assertThat(tag(now).equals(tag(before)) && !whatItDoes(now).equals(whatItDoes(before)))
                    .as(
                            "%s does something else than %s: raise camunda:versionTag from %s",
                            diagram.file(), landed, tag(now))
                    .isFalse();
        }
    }

    @Test
    void thereAreInstalledVersions() {
        assertThat(diagrams().stream().filter(diagram -> !landed(diagram).isEmpty()))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void looksAtWhatTheProcessDoesAndNotAtItsPicture() throws IOException {
        String model = Files.readString(Path.of("processes/consumer-registration.bpmn"));
        assertThat(whatItDoes(model.replace("x=\"1900\"", "x=\"1901\""))).isEqualTo(whatItDoes(model));
        assertThat(whatItDoes(model.replace("The record of", "What"))).isEqualTo(whatItDoes(model));
        assertThat(whatItDoes(model.replace("${taskLife}", "${taskReminder}"))).isNotEqualTo(whatItDoes(model));
        assertThat(whatItDoes(model)).contains("serviceTask_matchContact").doesNotContain("Bounds", "documentation");
    }

    private static List<Path> landed(Diagram diagram) {
        return LandedModels.folders().stream()
                .flatMap(folder -> LandedModels.files(folder).stream())
                .filter(file -> file.endsWith(diagram.file().getFileName()))
                .toList();
    }

    private static String tag(String model) {
        return Stream.of(model.split("camunda:versionTag=\"", 2))
                .skip(1)
                .map(rest -> rest.substring(0, rest.indexOf('"')))
                .findFirst()
                .orElse("none");
    }

    /** Without picture, explanations, frames and the tag itself. */
    private static String whatItDoes(String model) {
        return model.replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "")
                .replaceAll("(?s)<bpmn:documentation>.*?</bpmn:documentation>", "")
                .replaceAll("(?s)<bpmn:category.*?</bpmn:category>|<bpmn:group [^>]*>", "")
                .replaceAll("(?s)^.*?<bpmn:process", "<bpmn:process")
                .replaceAll(" camunda:versionTag=\"[^\"]*\"", "")
                .replaceAll("\\s+", " ");
    }
}
