package org.serviceexchange.architecture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * The rules of {@code .bpmnlintrc} that a model can break here, so that the build finds them without Node. Each finding is the
 * name that bpmnlint gives the rule, and the id of the element.
 */
final class Lint {

    private final List<String> findings = new ArrayList<>();

    private Lint() {}

    static List<String> of(BpmnModelInstance model) {
        Lint lint = new Lint();
        model.getModelElementsByType(FlowNode.class).forEach(lint::node);
        model.getModelElementsByType(Process.class).forEach(lint::process);
        model.getModelElementsByType(SubProcess.class).forEach(lint::subProcess);
        lint.flows(model.getModelElementsByType(SequenceFlow.class));
        new Overlaps(model).find().forEach(id -> lint.found("no-overlapping-elements", id));
        return lint.findings;
    }

    private void node(FlowNode node) {
        int in = node.getIncoming().size();
        int out = node.getOutgoing().size();
        boolean ownStart = node instanceof StartEvent || node instanceof BoundaryEvent || isEventSubProcess(node);
        boolean ownEnd = node instanceof EndEvent || isEventSubProcess(node);
        when(in == 0 && !ownStart, "no-implicit-start", node);
        when(out == 0 && !ownEnd, "no-implicit-end", node);
        when(in == 0 && out == 0 && !isEventSubProcess(node), "no-disconnected", node);
        when(label(node).isBlank() && (!(node instanceof Gateway) || out > 1), "label-required", node);
        if (node instanceof Gateway) {
            when(in > 1 && out > 1, "no-gateway-join-fork", node);
            when(in == 1 && out == 1, "superfluous-gateway", node);
            when(node instanceof InclusiveGateway, "no-inclusive-gateway", node);
            when(node.getElementType().getTypeName().equals("complexGateway"), "no-complex-gateway", node);
        } else {
            when(in > 1, "fake-join", node);
            when(unconditional(node) > 1, "no-implicit-split", node);
        }
        if (node instanceof Event event) {
            when(definitions(event).size() > 1, "single-event-definition", node);
        }
    }

    private void process(Process process) {
        scope(process.getFlowElements(), process.getId());
        blankStarts(process.getFlowElements(), process.getId());
    }

    private void subProcess(SubProcess subProcess) {
        Collection<FlowElement> elements = subProcess.getFlowElements();
        scope(elements, subProcess.getId());
        if (subProcess.triggeredByEvent()) {
            starts(elements)
                    .filter(start -> start.getEventDefinitions().isEmpty())
                    .forEach(start -> found("event-sub-process-typed-start-event", start.getId()));
        } else {
            starts(elements)
                    .filter(start -> !start.getEventDefinitions().isEmpty())
                    .forEach(start -> found("sub-process-blank-start-event", start.getId()));
            blankStarts(elements, subProcess.getId());
        }
    }

    private void scope(Collection<FlowElement> elements, String id) {
        if (starts(elements).findAny().isEmpty()) {
            found("start-event-required", id);
        }
        if (elements.stream().noneMatch(EndEvent.class::isInstance)) {
            found("end-event-required", id);
        }
    }

    private void blankStarts(Collection<FlowElement> elements, String id) {
        if (starts(elements)
                        .filter(start -> start.getEventDefinitions().isEmpty())
                        .count()
                > 1) {
            found("single-blank-start-event", id);
        }
    }

    private void flows(Collection<SequenceFlow> flows) {
        for (SequenceFlow flow : flows) {
            boolean fork = flow.getSource().getOutgoing().size() > 1;
            boolean byDefault = Objects.equals(flow.getSource().getAttributeValue("default"), flow.getId());
            if (fork && flow.getConditionExpression() == null && !byDefault && flow.getSource() instanceof Gateway) {
                when(isConditional(flow.getSource()), "conditional-flows", flow);
            }
            when(flow.getConditionExpression() != null && label(flow).isBlank(), "label-required", flow);
            when(
                    flow.getSource().getOutgoing().stream()
                                    .filter(other -> other.getTarget().equals(flow.getTarget()))
                                    .count()
                            > 1,
                    "no-duplicate-sequence-flows",
                    flow);
        }
    }

    private static boolean isConditional(FlowNode node) {
        return node.getOutgoing().stream().anyMatch(flow -> flow.getConditionExpression() != null);
    }

    private static Stream<StartEvent> starts(Collection<FlowElement> elements) {
        return elements.stream().filter(StartEvent.class::isInstance).map(StartEvent.class::cast);
    }

    private static Collection<EventDefinition> definitions(Event event) {
        return event instanceof CatchEvent caught
                ? caught.getEventDefinitions()
                : ((ThrowEvent) event).getEventDefinitions();
    }

    private static long unconditional(FlowNode node) {
        return node.getOutgoing().stream()
                .filter(flow -> flow.getConditionExpression() == null)
                .filter(flow -> !Objects.equals(node.getAttributeValue("default"), flow.getId()))
                .count();
    }

    private static boolean isEventSubProcess(FlowNode node) {
        return node instanceof SubProcess subProcess && subProcess.triggeredByEvent();
    }

    private static String label(FlowElement element) {
        return Objects.requireNonNullElse(element.getName(), "");
    }

    private void when(boolean broken, String rule, ModelElementInstance element) {
        if (broken
                && !(element instanceof Activity activity && "label-required".equals(rule) && isUnlabelled(activity))) {
            found(rule, element.getAttributeValue("id"));
        }
    }

    /** bpmnlint asks no label of sub-processes; DiagramNamesTest does, of those that run. */
    private static boolean isUnlabelled(Activity activity) {
        return activity instanceof SubProcess;
    }

    private void found(String rule, String id) {
        findings.add(rule + " " + id);
    }
}
