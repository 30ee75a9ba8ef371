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
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** The BPMN files as they are deployed. */
final class Diagrams {

    static final Path FOLDER = Path.of("processes");

    private Diagrams() {}

    /** The processes that run. */
    static List<Diagram> all() {
        return drawn().stream()
                .filter(diagram -> diagram.process().isExecutable())
                .toList();
    }

    /** All files, also those that are for people only. */
    static List<Diagram> drawn() {
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

        /** Gateways at which ways only come together; they ask nothing and have no label. */
        static boolean isMerge(FlowNode node) {
            return node instanceof Gateway && node.getOutgoing().size() < 2;
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
