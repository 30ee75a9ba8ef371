package org.serviceexchange.platform.engine;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A file of {@code processes/} as an analyst changes it in Camunda Modeler, with the picture and a new version tag. */
public final class ChangedModel {

    private static final Path PROCESSES = Path.of("processes");
    private static final double WIDTH = 100;
    private static final double HEIGHT = 80;

    /** Defaults of the schema, which reading adds and Modeler does not write. */
    private static final Pattern DEFAULTS = Pattern.compile(" (typeLanguage=\"http://www.w3.org/2001/XMLSchema\""
            + "|expressionLanguage=\"http://www.w3.org/1999/XPath\"|(parallelMultiple|instantiate|isForCompensation)=\"false\""
            + "|(startQuantity|completionQuantity)=\"1\"|implementation=\"##(WebService|unspecified)\")");

    private final String file;
    private final BpmnModelInstance model;

    private ChangedModel(String file) {
        this.file = file;
        this.model = Bpmn.readModelFromFile(PROCESSES.resolve(file).toFile());
        Process process = model.getModelElementsByType(Process.class).iterator().next();
        process.setCamundaVersionTag(String.valueOf(Integer.parseInt(process.getCamundaVersionTag()) + 1));
    }

    /** The file with this name, such as {@code consumer-registration.bpmn}. */
    public static ChangedModel of(String file) {
        return new ChangedModel(file);
    }

    public String file() {
        return file;
    }

    /** Without the defaults of the schema, which Modeler does not write. */
    public byte[] content() {
        return DEFAULTS.matcher(Bpmn.convertToString(model)).replaceAll("").getBytes(StandardCharsets.UTF_8);
    }

    /** Drops a new element onto a sequence flow: the flow leads to it, and a new flow from there to where the flow led before. */
    public <N extends FlowNode> ChangedModel insert(
            String onFlow, Class<N> kind, String id, String label, Consumer<N> more) {
        SequenceFlow flow = element(onFlow, SequenceFlow.class);
        FlowNode target = flow.getTarget();
        N node = model.newInstance(kind, id);
        node.setName(label);
        flow.getParentElement().addChildElement(node);
        SequenceFlow next = model.newInstance(SequenceFlow.class, "flow_from_" + id);
        flow.getParentElement().addChildElement(next);
        next.setSource(node);
        next.setTarget(target);
        target.getIncoming().remove(flow);
        target.getIncoming().add(next);
        node.getOutgoing().add(next);
        node.getIncoming().add(flow);
        flow.setTarget(node);
        draw(flow, node, next);
        more.accept(node);
        return this;
    }

    /** Anything else that can be done with an element. */
    public <E extends ModelElementInstance> ChangedModel change(String id, Class<E> kind, Consumer<E> change) {
        change.accept(element(id, kind));
        return this;
    }

    /** Sets an extension property, as a template of Modeler does. */
    public static void property(BaseElement element, String name, String value) {
        BpmnModelInstance model = (BpmnModelInstance) element.getModelInstance();
        if (element.getExtensionElements() == null) {
            element.setExtensionElements(model.newInstance(ExtensionElements.class));
        }
        List<ModelElementInstance> found =
                new ArrayList<>(element.getExtensionElements().getChildElementsByType(CamundaProperties.class));
        CamundaProperties properties = found.isEmpty()
                ? element.getExtensionElements().addExtensionElement(CamundaProperties.class)
                : (CamundaProperties) found.get(0);
        CamundaProperty property = model.newInstance(CamundaProperty.class);
        property.setCamundaName(name);
        property.setCamundaValue(value);
        properties.addChildElement(property);
    }

    private <E extends ModelElementInstance> E element(String id, Class<E> kind) {
        ModelElementInstance found = model.getModelElementById(id);
        if (found == null) {
            throw new IllegalArgumentException(file + " has no element " + id);
        }
        return kind.cast(found);
    }

    /** In the middle of the flow's line, which the element cuts in two. */
    private void draw(SequenceFlow flow, FlowNode node, SequenceFlow next) {
        BpmnEdge line = flow.getDiagramElement();
        List<Waypoint> points = List.copyOf(line.getWaypoints());
        Waypoint first = points.get(0);
        Waypoint last = points.get(points.size() - 1);
        double x = (first.getX() + last.getX()) / 2;
        double y = (first.getY() + last.getY()) / 2;
        BpmnShape shape = model.newInstance(BpmnShape.class, node.getId() + "_di");
        shape.setBpmnElement(node);
        Bounds bounds = model.newInstance(Bounds.class);
        bounds.setX(x - WIDTH / 2);
        bounds.setY(y - HEIGHT / 2);
        bounds.setWidth(WIDTH);
        bounds.setHeight(HEIGHT);
        shape.setBounds(bounds);
        line.getParentElement().addChildElement(shape);
        BpmnEdge rest = model.newInstance(BpmnEdge.class, next.getId() + "_di");
        rest.setBpmnElement(next);
        rest.getWaypoints().add(point(x, y));
        rest.getWaypoints().add(point(last.getX(), last.getY()));
        line.getParentElement().addChildElement(rest);
        line.getWaypoints().clear();
        line.getWaypoints().add(point(first.getX(), first.getY()));
        line.getWaypoints().add(point(x, y));
    }

    private Waypoint point(double x, double y) {
        Waypoint point = model.newInstance(Waypoint.class);
        point.setX(x);
        point.setY(y);
        return point;
    }
}
