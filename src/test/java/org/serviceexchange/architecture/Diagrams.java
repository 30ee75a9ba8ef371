package org.serviceexchange.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** The BPMN files as they are deployed. */
final class Diagrams {

    static final Path FOLDER = Path.of("processes");

    private Diagrams() {}

    static List<Diagram> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(file -> new Diagram(file, Bpmn.readModelFromFile(file.toFile())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A BPMN file. */
    record Diagram(Path file, BpmnModelInstance model) {

        String name() {
            return file.getFileName().toString().replace(".bpmn", "");
        }

        Process process() {
            return model.getModelElementsByType(Process.class).iterator().next();
        }

        List<FlowNode> nodes() {
            return List.copyOf(model.getModelElementsByType(FlowNode.class));
        }

        List<SequenceFlow> flows() {
            return List.copyOf(model.getModelElementsByType(SequenceFlow.class));
        }

        <T extends FlowElement> List<T> all(Class<T> type) {
            return List.copyOf(model.getModelElementsByType(type));
        }

        @Override
        public String toString() {
            return name();
        }
    }
}
