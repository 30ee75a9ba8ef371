package org.serviceexchange.checker;

import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.serviceexchange.checker.ChangedProcesses.CONNECTION;
import static org.serviceexchange.checker.ChangedProcesses.REGISTRATION;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.provider.Arguments;

/** Changes of the shipped processes that the engine follows and the checker does not, and what it says of each. */
final class UnknownDrawings {

    private static final String BEFORE_KEYS = "flow_awaitConsent_to_awaitKeyExchange";
    private static final String CONDITION =
            "\"%s\" cannot be checked: flows that leave it depend on a condition, which is"
                    + " understood at exclusive gateways only. Draw such a gateway behind it.";
    private static final String LISTENER = "\"%s\" cannot be checked: it has a listener that is not understood here.";

    private UnknownDrawings() {}

    static List<Arguments> all() {
        return List.of(
                drawing(
                        CONDITION,
                        "Ask",
                        one -> insert(
                                one,
                                "<bpmn:task id=\"task_ask\" name=\"Ask\" default=\"flow_else\" />"
                                        + flow("flow_else", ""))),
                drawing(
                        CONDITION,
                        "Ask",
                        one -> insert(
                                one,
                                "<bpmn:task id=\"task_ask\" name=\"Ask\" />"
                                        + flow(
                                                "flow_if",
                                                "<bpmn:conditionExpression>\\${contactMatches}</bpmn:conditionExpression>"))),
                drawing(LISTENER, "Ask", one -> insert(one, task(listener("executionListener", "end")))),
                drawing(LISTENER, "Ask", one -> insert(one, task(listener("taskListener", "create")))),
                drawing(
                        LISTENER,
                        "flow_ask",
                        one -> insert(
                                one,
                                "<bpmn:task id=\"task_ask\" />"
                                        + "<bpmn:sequenceFlow id=\"flow_ask\" sourceRef=\"task_ask\" targetRef=\"receiveTask_awaitKeyExchange\">"
                                        + listener("executionListener", "take") + "</bpmn:sequenceFlow>")),
                drawing(
                        LISTENER,
                        "Register a consumer",
                        one -> one.replace(
                                REGISTRATION, "<bpmn:process [^>]*>", "$0" + listener("executionListener", "start"))),
                drawing(
                        LISTENER,
                        "Validate prerequisites",
                        one -> one.replace(
                                CONNECTION,
                                "<bpmn:subProcess id=\"subProcess_validatePrerequisites\"[^>]*>",
                                "$0" + listener("executionListener", "start"))));
    }

    private static Arguments drawing(String sentence, String label, UnaryOperator<ChangedProcesses> change) {
        return arguments(change, sentence.formatted(label));
    }

    private static ChangedProcesses insert(ChangedProcesses one, String task) {
        return one.insert(REGISTRATION, BEFORE_KEYS, "task_ask", task);
    }

    private static String task(String inside) {
        return "<bpmn:userTask id=\"task_ask\" name=\"Ask\">" + inside + "</bpmn:userTask>";
    }

    private static String flow(String id, String inside) {
        return "<bpmn:sequenceFlow id=\"" + id + "\" sourceRef=\"task_ask\" targetRef=\"event_closedComplete\">"
                + inside + "</bpmn:sequenceFlow>";
    }

    private static String listener(String kind, String event) {
        return "<bpmn:extensionElements><camunda:" + kind
                + " delegateExpression=\"#{connectToProviderListener}\" event=\"" + event
                + "\" /></bpmn:extensionElements>";
    }
}
