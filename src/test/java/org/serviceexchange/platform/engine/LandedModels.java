package org.serviceexchange.platform.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The processes of versions that are installed somewhere: their cases go on after an upgrade. Each folder is named after a commit. */
public final class LandedModels {

    private static final Path RESOURCES = Path.of("src/test/resources");

    private LandedModels() {}

    /** Their folders on the class path. */
    public static List<String> folders() {
        try (Stream<Path> folders = Files.list(RESOURCES.resolve("landed"))) {
            return folders.map(folder -> "landed/" + folder.getFileName())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file of one of them. */
    public static List<Path> files(String folder) {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static BpmnModelInstance model(String folder, String name) {
        return Bpmn.readModelFromFile(RESOURCES.resolve(folder).resolve(name).toFile());
    }

    /** Ids of the elements at which a case rests between two transactions. */
    public static Set<String> waits(String folder, String name) {
        return model(folder, name).getModelElementsByType(FlowNode.class).stream()
                .filter(node -> node instanceof UserTask
                        || node instanceof ReceiveTask
                        || (node instanceof ServiceTask task && task.isCamundaAsyncBefore()))
                .map(FlowNode::getId)
                .collect(Collectors.toSet());
    }
}
