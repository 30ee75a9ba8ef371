package org.serviceexchange.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.serviceexchange.platform.rulebook.Breach;
import org.serviceexchange.platform.rulebook.ProcessFolder;
import org.serviceexchange.platform.rulebook.Rule;
import org.serviceexchange.platform.rulebook.RuleBook;

/**
 * What the rule book finds of the rules of {@code .bpmnlintrc}. Each finding is the name that bpmnlint gives the rule, and the id
 * of the element.
 */
final class Lint {

    private static final Map<Rule, String> NAMES = Map.ofEntries(
            Map.entry(Rule.NEVER_REACHED, "no-implicit-start"),
            Map.entry(Rule.LEADS_NOWHERE, "no-implicit-end"),
            Map.entry(Rule.LABEL_MISSING, "label-required"),
            Map.entry(Rule.JOIN_AND_FORK, "no-gateway-join-fork"),
            Map.entry(Rule.GATEWAY_NEEDLESS, "superfluous-gateway"),
            Map.entry(Rule.JOIN_WITHOUT_GATEWAY, "fake-join"),
            Map.entry(Rule.SPLIT_WITHOUT_GATEWAY, "no-implicit-split"),
            Map.entry(Rule.EVENT_SEVERAL, "single-event-definition"),
            Map.entry(Rule.START_MISSING, "start-event-required"),
            Map.entry(Rule.END_MISSING, "end-event-required"),
            Map.entry(Rule.START_WITHOUT_EVENT, "event-sub-process-typed-start-event"),
            Map.entry(Rule.START_WITH_EVENT, "sub-process-blank-start-event"),
            Map.entry(Rule.START_SEVERAL, "single-blank-start-event"),
            Map.entry(Rule.CONDITION_MISSING, "conditional-flows"),
            Map.entry(Rule.FLOW_TWICE, "no-duplicate-sequence-flows"),
            Map.entry(Rule.DRAWN_OVER_OTHERS, "no-overlapping-elements"),
            Map.entry(Rule.NOT_DRAWN, "no-bpmndi"),
            Map.entry(Rule.EVENT_EXPECTED, "event-based-gateway"));

    private Lint() {}

    static List<String> of(BpmnModelInstance model) {
        byte[] content = Bpmn.convertToString(model).getBytes(UTF_8);
        return RuleBook.check(ProcessFolder.of(Map.of("model.bpmn", content))).stream()
                .filter(breach -> NAMES.containsKey(breach.rule()))
                .flatMap(breach -> names(breach, model).map(name -> name + " " + breach.element()))
                .toList();
    }

    /** bpmnlint has a second rule for what is never reached and leads nowhere. */
    private static Stream<String> names(Breach breach, BpmnModelInstance model) {
        String name = NAMES.get(breach.rule());
        boolean alone = breach.rule() == Rule.NEVER_REACHED
                && ((FlowNode) model.getModelElementById(breach.element()))
                        .getOutgoing()
                        .isEmpty();
        return alone ? Stream.of(name, "no-disconnected") : Stream.of(name);
    }
}
