package org.serviceexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.architecture.Diagrams.Diagram;

/** What bpmnlint finds is found here too, without Node. */
class LintTest {

    private final BpmnModelInstance model = Bpmn.readModelFromFile(
            Diagrams.FOLDER.resolve("consumer-registration.bpmn").toFile());

    static List<Diagram> diagrams() {
        return Diagrams.drawn();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void ourDiagramsBreakNoRule(Diagram diagram) {
        assertThat(Lint.of(diagram.model())).isEmpty();
    }

    /** As bpmnlint 11.15 says of the same files. */
    @Test
    void findsInEarlierVersionsWhatBpmnlintFinds() throws IOException {
        assertThat(Lint.of(landed("consumer-registration")))
                .containsExactlyInAnyOrder(
                        "no-gateway-join-fork gateway_isMailOn",
                        "fake-join serviceTask_checkPrerequisites",
                        "fake-join serviceTask_createRegistrationTask",
                        "fake-join serviceTask_writeWorkNote",
                        "fake-join subProcess_connectConsumer",
                        "fake-join receiveTask_awaitConsumerConnect",
                        "fake-join serviceTask_matchContact",
                        "fake-join serviceTask_renewRegistrationLink");
        assertThat(Lint.of(landed("provider-connection")))
                .containsExactlyInAnyOrder(
                        "fake-join serviceTask_checkPrerequisites",
                        "fake-join subProcess_agreeKeysWithProvider",
                        "fake-join serviceTask_claimRegistration",
                        "fake-join userTask_authenticateAtProvider",
                        "fake-join serviceTask_expireConnection",
                        "fake-join event_onboarded");
    }

    @ParameterizedTest
    @CsvSource({
        "event_linkExpired, no-implicit-end event_linkExpired",
        "serviceTask_renewRegistrationLink, no-implicit-end serviceTask_renewRegistrationLink",
        "subProcess_connectConsumer, no-implicit-end subProcess_connectConsumer",
    })
    void findsWhatLeadsNowhere(String element, String finding) {
        outgoing(element).forEach(this::remove);
        assertThat(Lint.of(model)).contains(finding);
    }

    @Test
    void findsWhatIsNeverReached() {
        outgoing("serviceTask_expireRegistration").forEach(this::remove);
        assertThat(Lint.of(model)).contains("no-implicit-start event_closedIncompleteExpired");
        assertThat(Lint.of(model)).contains("no-disconnected event_closedIncompleteExpired");
    }

    @Test
    void findsAMergeThatMergesNothing() {
        outgoing("event_linkExpired").forEach(this::remove);
        assertThat(Lint.of(model)).contains("superfluous-gateway merge_expireRegistration");
    }

    @Test
    void findsAScopeWithoutStartOrEnd() {
        List.of("event_registrationOpen", "event_connectionActive", "event_contactReminded")
                .forEach(id -> {
                    FlowNode node = model.getModelElementById(id);
                    List.copyOf(node.getIncoming()).forEach(this::remove);
                    List.copyOf(node.getOutgoing()).forEach(this::remove);
                    node.getParentElement().removeChildElement(node);
                });
        assertThat(Lint.of(model))
                .contains(
                        "start-event-required subProcess_connectConsumer",
                        "end-event-required subProcess_connectConsumer");
    }

    @Test
    void findsASplitWithoutAGateway() {
        SequenceFlow second = model.newInstance(SequenceFlow.class);
        FlowNode from = model.getModelElementById("serviceTask_expireRegistration");
        from.getParentElement().addChildElement(second);
        second.setSource(from);
        second.setTarget(model.getModelElementById("merge_isMailOn"));
        from.getOutgoing().add(second);
        assertThat(Lint.of(model)).contains("no-implicit-split serviceTask_expireRegistration");
    }

    @Test
    void findsMissingLabels() {
        ((FlowNode) model.getModelElementById("gateway_isMailOn")).removeAttribute("name");
        ((FlowNode) model.getModelElementById("serviceTask_matchContact")).setName(" ");
        assertThat(Lint.of(model))
                .containsExactlyInAnyOrder(
                        "label-required gateway_isMailOn", "label-required serviceTask_matchContact");
    }

    @Test
    void findsElementsThatLieOverOthersOrOutsideTheirSubProcess() {
        shape("serviceTask_expireRegistration").getBounds().setX(2100);
        shape("receiveTask_awaitConsent").getBounds().setY(900);
        assertThat(Lint.of(model))
                .contains(
                        "no-overlapping-elements serviceTask_expireRegistration",
                        "no-overlapping-elements event_closedIncompleteExpired",
                        "no-overlapping-elements receiveTask_awaitConsent");
    }

    private List<SequenceFlow> outgoing(String element) {
        return List.copyOf(((FlowNode) model.getModelElementById(element)).getOutgoing());
    }

    private void remove(SequenceFlow flow) {
        flow.getSource().getOutgoing().remove(flow);
        flow.getTarget().getIncoming().remove(flow);
        flow.getParentElement().removeChildElement(flow);
    }

    private BpmnShape shape(String element) {
        return model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement().getId().equals(element))
                .findFirst()
                .orElseThrow();
    }

    private static BpmnModelInstance landed(String name) throws IOException {
        try (InputStream file = LintTest.class.getResourceAsStream("/landed/58958a1/" + name + ".bpmn")) {
            return Bpmn.readModelFromStream(file);
        }
    }
}
