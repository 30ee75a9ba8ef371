package org.serviceexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.architecture.Diagrams.Diagram;
import org.serviceexchange.platform.rulebook.ProcessFolder;
import org.serviceexchange.platform.rulebook.RuleBook;

/** Rules for processes, so that no edit of a diagram opens a security hole or loses a path. */
class DiagramRulesTest {

    /** Verbs of steps with effects outside the database: calls to another instance or a mail server. */
    private static final Pattern REACHES_OUT = Pattern.compile("(Send|Claim|Exchange|Activate) .*");

    static List<Diagram> diagrams() {
        return Diagrams.all();
    }

    @Test
    void holdsNoCodeAndOnlyPlainExpressions() throws IOException {
        ProcessFolder folder = ProcessFolder.of(Diagrams.FOLDER);
        assertThat(folder.files()).hasSizeGreaterThan(4);
        assertThat(RuleBook.check(folder)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void exclusiveGatewayAlwaysHasAWayOut(Diagram diagram) {
        for (ExclusiveGateway gateway : diagram.all(ExclusiveGateway.class)) {
            if (Diagram.isMerge(gateway)) {
                continue;
            }
            assertThat(gateway.getDefault())
                    .as("default of %s", gateway.getId())
                    .isNotNull();
            for (SequenceFlow flow : gateway.getOutgoing()) {
                boolean isDefault = flow.equals(gateway.getDefault());
                assertThat(flow.getConditionExpression() == null)
                        .as("condition of %s", flow.getId())
                        .isEqualTo(isDefault);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyElementIsReachedAndLeadsOn(Diagram diagram) {
        Set<FlowNode> reached = reachedFromStarts(diagram);
        assertThat(diagram.nodes()).allSatisfy(node -> assertThat(reached).contains(node));
        assertThat(diagram.nodes())
                .filteredOn(node -> !(node instanceof EndEvent) && !isEventSubProcess(node))
                .allSatisfy(node -> assertThat(node.getOutgoing())
                        .as("flows from %s", node.getId())
                        .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void whatReachesOutIsCommittedBeforeAndRetried(Diagram diagram) {
        for (ServiceTask task : diagram.all(ServiceTask.class)) {
            if (REACHES_OUT.matcher(task.getName()).matches()) {
                assertThat(task.isCamundaAsyncBefore())
                        .as("asynchronous continuation before \"%s\"", task.getName())
                        .isTrue();
            }
        }
    }

    /** How often and after which pauses a step is repeated is said once, for all of them: FailedSteps.PAUSES. */
    @ParameterizedTest
    @MethodSource("diagrams")
    void repeatsItsStepsAsEveryProcessDoes(Diagram diagram) throws IOException {
        assertThat(Files.readString(diagram.file())).doesNotContain("failedJobRetryTimeCycle");
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyFormExists(Diagram diagram) {
        for (UserTask task : diagram.all(UserTask.class)) {
            if (task.getCamundaFormKey() != null) {
                assertEmbeddedForm(task.getCamundaFormKey());
            } else {
                assertThat(task.getCamundaFormRef())
                        .as("form of \"%s\"", task.getName())
                        .isNotBlank();
                assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
                assertForm(task.getCamundaFormRef() + ".form");
            }
        }
        for (StartEvent start : diagram.all(StartEvent.class)) {
            if (start.getCamundaFormKey() != null) {
                assertEmbeddedForm(start.getCamundaFormKey());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyElementIsDrawn(Diagram diagram) {
        Collection<BpmnShape> shapes = diagram.model().getModelElementsByType(BpmnShape.class);
        Collection<BpmnEdge> edges = diagram.model().getModelElementsByType(BpmnEdge.class);
        assertThat(diagram.nodes())
                .allSatisfy(node -> assertThat(shapes)
                        .as("shape of %s", node.getId())
                        .anyMatch(shape -> node.equals(shape.getBpmnElement()) && shape.getBounds() != null));
        assertThat(diagram.flows())
                .allSatisfy(flow -> assertThat(edges)
                        .as("edge of %s", flow.getId())
                        .anyMatch(edge -> flow.equals(edge.getBpmnElement())
                                && edge.getWaypoints().size() >= 2));
    }

    private static void assertEmbeddedForm(String key) {
        assertThat(key).startsWith("embedded:deployment:");
        assertForm(key.substring("embedded:deployment:".length()));
    }

    private static void assertForm(String name) {
        assertThat(Diagrams.FOLDER.resolve(name)).exists();
    }

    private static boolean isEventSubProcess(FlowNode node) {
        return node instanceof SubProcess subProcess && subProcess.triggeredByEvent();
    }

    private static Set<FlowNode> reachedFromStarts(Diagram diagram) {
        Deque<FlowNode> next = new ArrayDeque<>(diagram.all(StartEvent.class));
        diagram.nodes().stream().filter(DiagramRulesTest::isEventSubProcess).forEach(next::add);
        Set<FlowNode> reached = new HashSet<>();
        while (!next.isEmpty()) {
            FlowNode node = next.pop();
            if (reached.add(node)) {
                node.getOutgoing().forEach(flow -> next.add(flow.getTarget()));
                diagram.all(BoundaryEvent.class).stream()
                        .filter(event -> event.getAttachedTo().equals(node))
                        .forEach(next::add);
            }
        }
        return reached;
    }
}
