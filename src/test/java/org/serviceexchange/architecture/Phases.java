package org.serviceexchange.architecture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.serviceexchange.architecture.Diagrams.Diagram;

/** The frames of a diagram (groups, whose labels are categories) and the tasks that are drawn in them. */
final class Phases {

    private Phases() {}

    /** The labels of the frames around each task, by the task's label. */
    static Map<String, List<String>> ofTasks(Diagram diagram) {
        List<BpmnShape> shapes = List.copyOf(diagram.model().getModelElementsByType(BpmnShape.class));
        Map<String, List<String>> phases = new HashMap<>();
        for (BpmnShape task : shapes) {
            if (task.getBpmnElement() instanceof Task element) {
                phases.put(
                        element.getName(),
                        shapes.stream()
                                .filter(frame -> isGroup(frame) && inside(task.getBounds(), frame.getBounds()))
                                .map(frame -> label(diagram, frame))
                                .toList());
            }
        }
        return phases;
    }

    /** In code, as the name of a package: "Key exchange" is keyexchange. */
    static String packageOf(String phase) {
        return phase.chars()
                .filter(Character::isLetter)
                .mapToObj(letter -> String.valueOf((char) Character.toLowerCase(letter)))
                .collect(Collectors.joining());
    }

    private static boolean isGroup(BpmnShape shape) {
        ModelElementInstance element = shape.getBpmnElement();
        return element != null && element.getElementType().getTypeName().equals("group");
    }

    private static String label(Diagram diagram, BpmnShape frame) {
        String value = frame.getBpmnElement().getAttributeValue("categoryValueRef");
        ModelElementInstance category = diagram.model().getModelElementById(value);
        return Objects.requireNonNull(category).getAttributeValue("value");
    }

    private static boolean inside(Bounds inner, Bounds outer) {
        return inner.getX() >= outer.getX()
                && inner.getY() >= outer.getY()
                && inner.getX() + inner.getWidth() <= outer.getX() + outer.getWidth()
                && inner.getY() + inner.getHeight() <= outer.getY() + outer.getHeight();
    }
}
