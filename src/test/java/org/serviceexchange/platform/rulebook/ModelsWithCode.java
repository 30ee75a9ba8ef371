package org.serviceexchange.platform.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Models that bring code along, one of each kind: the test resource {@code evil/models.txt}. */
public final class ModelsWithCode {

    private static final Path FILE = Path.of("src/test/resources/evil/models.txt");
    private static final String CODE = "${a.class.classLoader}";

    private ModelsWithCode() {}

    /** One kind. */
    public record WithCode(String name, String xml) {

        public byte[] content() {
            return xml.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    public static List<WithCode> all() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", 2))
                    .map(line -> new WithCode(line[0], document(line[1].replace("{code}", CODE))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process that starts and goes to x. */
    public static String document(String content) {
        String[] parts = content.split(" \\^ ", 2);
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    id="definitions" targetNamespace="urn:evil">
                  %s
                  <bpmn:process id="evil" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="start"/>
                    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="x"/>
                    %s
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(parts.length == 2 ? parts[1] : "", parts[0]);
    }
}
