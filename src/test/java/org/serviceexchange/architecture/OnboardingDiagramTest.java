package org.serviceexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageFlow;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.junit.jupiter.api.Test;
import org.serviceexchange.architecture.Diagrams.Diagram;

/** The picture of both sides tells nothing that the two processes do not do. */
class OnboardingDiagramTest {

    private static final Map<String, String> POOLS =
            Map.of("Provider", "consumer-registration", "Consumer", "provider-connection");

    private final Diagram onboarding = diagram("onboarding");

    @Test
    void isForPeopleOnly() {
        assertThat(onboarding.model().getModelElementsByType(Process.class))
                .hasSize(2)
                .noneMatch(Process::isExecutable);
        assertThat(pools()).extracting(Participant::getName).containsExactly("Provider", "Consumer");
        assertThat(Diagrams.all()).extracting(Diagram::name).doesNotContain("onboarding");
    }

    @Test
    void namesStepsAsTheProcessesDo() {
        for (Participant pool : pools()) {
            Map<String, String> steps =
                    typesByLabel(diagram(POOLS.get(pool.getName())).nodes());
            assertThat(steps).containsAllEntriesOf(typesByLabel(steps(pool)));
        }
    }

    /** A step that leads to another in the picture leads there in the process, over what the picture leaves out. */
    @Test
    void leadsFromStepToStepAsTheProcessesDo() {
        for (Participant pool : pools()) {
            Diagram process = diagram(POOLS.get(pool.getName()));
            Set<String> shown = steps(pool).stream().map(FlowNode::getName).collect(Collectors.toSet());
            for (FlowNode step : steps(pool)) {
                Set<String> next = next(process, step.getName(), shown);
                assertThat(next)
                        .as("what follows \"%s\" of the %s", step.getName(), pool.getName())
                        .containsAll(step.getOutgoing().stream()
                                .map(SequenceFlow::getTarget)
                                .map(FlowNode::getName)
                                .toList());
            }
        }
    }

    @Test
    void everyMessageGoesFromOneSideToTheOther() {
        Collection<MessageFlow> messages = onboarding.model().getModelElementsByType(MessageFlow.class);
        assertThat(messages)
                .extracting(MessageFlow::getName)
                .containsExactly(
                        "Registration link",
                        "Claim",
                        "Authorization request",
                        "Authorization code",
                        "Key exchange",
                        "Probe of the consumer",
                        "Probe of the provider");
        assertThat(messages)
                .allSatisfy(message -> assertThat(pool(message.getSource().getId()))
                        .isNotEqualTo(pool(message.getTarget().getId())));
    }

    @Test
    void everythingIsDrawn() {
        List<String> drawn = Stream.concat(
                        onboarding.model().getModelElementsByType(BpmnShape.class).stream()
                                .map(shape -> shape.getBpmnElement().getId()),
                        onboarding.model().getModelElementsByType(BpmnEdge.class).stream()
                                .map(edge -> edge.getBpmnElement().getId()))
                .toList();
        assertThat(drawn).containsAll(ids(pools()));
        assertThat(drawn).containsAll(ids(onboarding.nodes()));
        assertThat(drawn).containsAll(ids(onboarding.flows()));
        assertThat(drawn).containsAll(ids(onboarding.model().getModelElementsByType(MessageFlow.class)));
    }

    private static List<String> ids(Collection<? extends org.camunda.bpm.model.bpmn.instance.BaseElement> elements) {
        return elements.stream().map(element -> element.getId()).toList();
    }

    private String pool(String element) {
        return element.substring(element.startsWith("participant_") ? "participant_".length() : 0)
                .replaceAll("_.*", "");
    }

    private Collection<Participant> pools() {
        return onboarding.model().getModelElementsByType(Participant.class);
    }

    private static List<FlowNode> steps(Participant pool) {
        return List.copyOf(pool.getProcess().getChildElementsByType(FlowNode.class).stream()
                .toList());
    }

    private static Map<String, String> typesByLabel(List<FlowNode> nodes) {
        Map<String, String> types = new HashMap<>();
        nodes.stream()
                .filter(node -> node.getName() != null)
                .forEach(node -> types.put(node.getName(), node.getElementType().getTypeName()));
        return types;
    }

    /** Labels that are reached without another step of the picture on the way. */
    private static Set<String> next(Diagram process, String label, Set<String> shown) {
        Deque<FlowNode> ahead = new ArrayDeque<>();
        process.nodes().stream()
                .filter(node -> label.equals(node.getName()))
                .forEach(node -> ahead.addAll(followers(process, node)));
        Set<FlowNode> seen = new HashSet<>();
        Set<String> found = new HashSet<>();
        while (!ahead.isEmpty()) {
            FlowNode node = ahead.pop();
            if (seen.add(node)) {
                if (shown.contains(String.valueOf(node.getName()))) {
                    found.add(node.getName());
                } else {
                    ahead.addAll(followers(process, node));
                }
            }
        }
        return found;
    }

    private static List<FlowNode> followers(Diagram process, FlowNode node) {
        Stream<FlowNode> out = node.getOutgoing().stream().map(SequenceFlow::getTarget);
        Stream<FlowNode> events = process.all(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo().equals(node))
                .map(FlowNode.class::cast);
        if (node instanceof SubProcess scope) {
            out = scope.getChildElementsByType(StartEvent.class).stream().map(FlowNode.class::cast);
        } else if (node instanceof EndEvent && node.getParentElement() instanceof SubProcess scope) {
            out = scope.getOutgoing().stream().map(SequenceFlow::getTarget);
        }
        return Stream.concat(out, events).toList();
    }

    private static Diagram diagram(String name) {
        return Diagrams.drawn().stream()
                .filter(diagram -> diagram.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
