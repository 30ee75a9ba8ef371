package org.serviceexchange.approval.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseUtil;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.serviceexchange.approval.Approval;
import org.serviceexchange.approval.ApprovalPlace;
import org.serviceexchange.approval.Approvals;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** What a model says of its approvals: extension properties of a user task, as the element template of Camunda Modeler sets them. */
final class ApprovalModel {

    static final String BEFORE = "approvalBefore";
    static final String QUESTION = "approvalQuestion";
    static final String SECOND_PERSON = "approvalBySecondPerson";

    /** All properties that are read. */
    static final Set<String> PROPERTIES = Set.of(BEFORE, QUESTION, SECOND_PERSON);

    /** What the records of a process refuse until it is approved. An approval that nothing keeps would hold nothing, and is refused. */
    private static final Map<String, Set<ApprovalPlace>> PLACES = Map.of(
            "consumer-registration",
            Set.of(ApprovalPlace.LINK, ApprovalPlace.KEY_EXCHANGE, ApprovalPlace.ACTIVATION),
            "provider-connection",
            Set.of(ApprovalPlace.CLAIM, ApprovalPlace.KEY_EXCHANGE, ApprovalPlace.ACTIVATION));

    private static final String KNOWN = "serviceExchange.approvals";

    private ApprovalModel() {}

    /** The approvals that a model requires. */
    static Approvals of(ProcessDefinitionEntity definition) {
        return definition.getProperty(KNOWN) instanceof Approvals approvals ? approvals : Approvals.NONE;
    }

    /** Remembers the approval that a user task is; nothing if it is none. */
    static Optional<Approval> read(Element task, ProcessDefinitionEntity definition) {
        Map<String, String> properties = BpmnParseUtil.parseCamundaExtensionProperties(task);
        if (properties == null || !properties.containsKey(BEFORE)) {
            return Optional.empty();
        }
        String id = task.attribute("id");
        String word = properties.get(BEFORE);
        ApprovalPlace before = ApprovalPlace.of(word)
                .filter(place ->
                        PLACES.getOrDefault(definition.getKey(), Set.of()).contains(place))
                .orElseThrow(() -> new Problem(ProblemCode.MODEL_REFUSED, id + " " + BEFORE + "=\"" + word + "\""));
        Approval approval = Approval.required(
                id,
                Optional.ofNullable(task.attribute("name")).orElse(id),
                properties.getOrDefault(QUESTION, ""),
                before,
                Boolean.parseBoolean(properties.get(SECOND_PERSON)));
        definition.setProperty(
                KNOWN,
                new Approvals(Stream.concat(of(definition).all().stream(), Stream.of(approval))
                        .toList()));
        return Optional.of(approval);
    }
}
