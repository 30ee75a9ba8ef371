package org.serviceexchange.architecture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** Elements that are drawn over others, or outside the sub-process that holds them. */
final class Overlaps {

    private final Map<FlowNode, Bounds> drawn = new HashMap<>();

    Overlaps(BpmnModelInstance model) {
        for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
            if (shape.getBpmnElement() instanceof FlowNode node) {
                drawn.put(node, shape.getBounds());
            }
        }
    }

    /** Their ids. */
    Set<String> find() {
        Set<String> found = new TreeSet<>();
        List<FlowNode> nodes = new ArrayList<>(drawn.keySet());
        for (FlowNode node : nodes) {
            Bounds scope = drawn.get(node.getParentElement());
            if (scope != null && !(node instanceof BoundaryEvent) && !inside(drawn.get(node), scope)) {
                found.add(node.getId());
            }
            for (FlowNode other : nodes) {
                if (node != other
                        && node.getParentElement().equals(other.getParentElement())
                        && !isOn(node, other)
                        && !isOn(other, node)
                        && collide(drawn.get(node), drawn.get(other))) {
                    found.add(node.getId());
                }
            }
        }
        return found;
    }

    private static boolean isOn(FlowNode event, FlowNode host) {
        return event instanceof BoundaryEvent boundary && Objects.equals(boundary.getAttachedTo(), host);
    }

    private static boolean collide(Bounds one, Bounds other) {
        return one.getX() + one.getWidth() >= other.getX()
                && other.getX() + other.getWidth() >= one.getX()
                && one.getY() + one.getHeight() >= other.getY()
                && other.getY() + other.getHeight() >= one.getY();
    }

    private static boolean inside(Bounds inner, Bounds outer) {
        return inner.getX() >= outer.getX()
                && inner.getY() >= outer.getY()
                && inner.getX() + inner.getWidth() <= outer.getX() + outer.getWidth()
                && inner.getY() + inner.getHeight() <= outer.getY() + outer.getHeight();
    }
}
