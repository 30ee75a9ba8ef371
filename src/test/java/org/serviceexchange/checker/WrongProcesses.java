package org.serviceexchange.checker;

import static org.serviceexchange.checker.ChangedProcesses.CONNECTION;
import static org.serviceexchange.checker.ChangedProcesses.REGISTRATION;

import java.util.List;
import java.util.function.UnaryOperator;

/** Changes of the shipped processes, and what is wrong with each. */
final class WrongProcesses {

    private static final String BEFORE_KEYS = "flow_awaitConsent_to_awaitKeyExchange";
    private static final String APPROVE = "<bpmn:userTask id=\"userTask_approve\" name=\"Approve\" />";
    private static final String LINK_TIMER =
            "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">\\$\\{linkExpiresAt}</bpmn:timeDate>";

    private WrongProcesses() {}

    /** Without the wait of the e-mail, during which messages would be lost already. */
    static ChangedProcesses withoutMailJob(ChangedProcesses one) {
        return one.replace(
                REGISTRATION,
                "(<bpmn:serviceTask id=\"serviceTask_sendRegistrationEMail\"[^>]*) camunda:asyncBefore=\"true\"",
                "$1");
    }

    static ChangedProcesses linkOfThirtyDays(ChangedProcesses one) {
        return one.replace(REGISTRATION, LINK_TIMER, "<bpmn:timeDuration>P30D</bpmn:timeDuration>");
    }

    private static ChangedProcesses approvalBeforeKeys(ChangedProcesses one) {
        return one.insert(REGISTRATION, BEFORE_KEYS, "userTask_approve", APPROVE);
    }

    private static ChangedProcesses approvalBeforeLink(ChangedProcesses one) {
        return one.insert(
                REGISTRATION,
                "flow_validatePrerequisites_to_createRegistrationTask",
                "userTask_approve",
                "<bpmn:userTask id=\"userTask_approve\" name=\"Approve\"><bpmn:extensionElements><camunda:properties>"
                        + "<camunda:property name=\"approvalBefore\" value=\"link\" /></camunda:properties>"
                        + "</bpmn:extensionElements></bpmn:userTask>");
    }

    private static ChangedProcesses approvalBeforeContact(ChangedProcesses one) {
        return one.insert(
                REGISTRATION, "flow_registrationOpen_to_mergeAwaitConsumerConnect", "userTask_approve", APPROVE);
    }

    private static ChangedProcesses hourBeforeKeys(ChangedProcesses one) {
        return one.insert(
                REGISTRATION,
                BEFORE_KEYS,
                "event_oneHour",
                "<bpmn:intermediateCatchEvent id=\"event_oneHour\" name=\"One hour\"><bpmn:timerEventDefinition>"
                        + "<bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>"
                        + "</bpmn:intermediateCatchEvent>");
    }

    /** Steps before a wait, whose message is kept meanwhile; and an approval, which ends by itself. */
    static List<UnaryOperator<ChangedProcesses>> harmless() {
        return List.of(
                WrongProcesses::approvalBeforeKeys,
                WrongProcesses::approvalBeforeLink,
                WrongProcesses::approvalBeforeContact,
                WrongProcesses::hourBeforeKeys);
    }

    private static WrongProcess lost(
            String name, UnaryOperator<ChangedProcesses> change, int steps, String last, String end) {
        return new WrongProcess(
                name, false, one -> change.apply(withoutMailJob(one)), Property.HEARD, steps, last, end);
    }

    private static WrongProcess wrong(
            String name,
            UnaryOperator<ChangedProcesses> change,
            Property property,
            int steps,
            String last,
            String end) {
        return new WrongProcess(name, true, change, property, steps, last, end);
    }

    static List<WrongProcess> all() {
        return List.of(
                lost(
                        "e1: approval before the keys",
                        WrongProcesses::approvalBeforeKeys,
                        11,
                        "Provider: A person completes \"Approve\".",
                        "Provider: \"Await key exchange\" waits for a message that came before and was lost."),
                lost(
                        "c2: approval before the contact",
                        WrongProcesses::approvalBeforeContact,
                        8,
                        "Provider: A person completes \"Approve\".",
                        "Provider: \"Await consumer connect\" waits for a message that came before and was lost."),
                lost(
                        "i1: an hour before the keys",
                        WrongProcesses::hourBeforeKeys,
                        11,
                        "Provider: The time of \"One hour\" has come.",
                        "Provider: \"Await key exchange\" waits for a message that came before and was lost."),
                wrong(
                        "x3: the wait for keys awaits another message",
                        one -> one.replace(
                                REGISTRATION,
                                "(id=\"receiveTask_awaitKeyExchange\"[^>]*messageRef=\")[^\"]*",
                                "$1Message_consentGiven"),
                        Property.HEARD,
                        10,
                        "Consumer: \"Activate connection\" runs.",
                        "Provider: the message keysConfirmed has come, and nothing in the process waits for it."),
                wrong(
                        "x11: the wait for the probe awaits another message",
                        one -> one.replace(
                                CONNECTION,
                                "(id=\"receiveTask_awaitProbeOfTheProvider\"[^>]*messageRef=\")[^\"]*",
                                "$1Message_newerLinkOpened"),
                        Property.HEARD,
                        11,
                        "Provider: \"Activate connection\" runs.",
                        "Consumer: the message providerProbed has come, and nothing in the process waits for it."),
                wrong(
                        "c3: two ways to one wait",
                        one -> one.insert(
                                REGISTRATION,
                                BEFORE_KEYS,
                                "gateway_both",
                                "<bpmn:parallelGateway id=\"gateway_both\" /><bpmn:sequenceFlow id=\"flow_second\""
                                        + " sourceRef=\"gateway_both\" targetRef=\"receiveTask_awaitKeyExchange\" />"),
                        Property.SINGLE,
                        8,
                        "Provider: The contact allows.",
                        "Provider: the case waits at \"Await key exchange\" twice."),
                wrong(
                        "two jobs in front of one step",
                        one -> one.insert(
                                        REGISTRATION,
                                        BEFORE_KEYS,
                                        "task_later",
                                        "<bpmn:task id=\"task_later\" camunda:asyncBefore=\"true\" />")
                                .insert(
                                        REGISTRATION,
                                        BEFORE_KEYS,
                                        "gateway_both",
                                        "<bpmn:parallelGateway id=\"gateway_both\" /><bpmn:sequenceFlow id=\"flow_second\""
                                                + " sourceRef=\"gateway_both\" targetRef=\"task_later\" />"),
                        Property.SINGLE,
                        10,
                        "Provider: \"task_later\" runs.",
                        "Provider: the case waits at \"Await key exchange\" twice."),
                wrong(
                        "j1: nobody matches the contact",
                        one -> one.redirect(
                                REGISTRATION, "flow_mergeMatchContact_to_matchContact", "gateway_isItTheContact"),
                        Property.POSSIBLE,
                        6,
                        "Consumer: \"Claim registration\" runs.",
                        "Nobody can ever be connected; this is as far as it goes."),
                wrong(
                        "j2: nobody waits for consent",
                        one -> one.redirect(
                                        REGISTRATION,
                                        "flow_isItTheContact_to_awaitConsent",
                                        "receiveTask_awaitKeyExchange")
                                .remove(REGISTRATION, "boundaryEvent", "event_consumerConnectsAgain")
                                .remove(REGISTRATION, "boundaryEvent", "event_consentDenied")
                                .remove(REGISTRATION, "receiveTask", "receiveTask_awaitConsent"),
                        Property.HEARD,
                        8,
                        "Provider: The contact allows.",
                        "Provider: the message consentGiven has come, and nothing in the process waits for it."),
                wrong(
                        "x2: a circle without a wait",
                        one -> one.redirect(
                                REGISTRATION, "flow_recordMismatch_to_mergeAwaitConsumerConnect", "merge_matchContact"),
                        Property.RESTING,
                        7,
                        "Provider: Somebody else, who comes from the consumer, logs in.",
                        "Provider: the case comes by \"Match contact\" again and again without waiting."),
                wrong(
                        "x1: on after the end",
                        one -> one.redirect(
                                REGISTRATION, "flow_expireRegistration_to_closedIncompleteExpired", "merge_isMailOn"),
                        Property.TOGETHER,
                        2,
                        "Provider: The time of \"Not resolved in time\" has come. The answer is \"yes\".",
                        "Provider: the record is closed, and the process goes on."),
                wrong(
                        "x5: a link without checks",
                        one -> one.redirect(
                                REGISTRATION,
                                "flow_receiveRegistrationRequest_to_validatePrerequisites",
                                "serviceTask_createRegistrationTask"),
                        Property.POSSIBLE,
                        0,
                        "",
                        "Nobody can ever be connected; this is as far as it goes."),
                wrong(
                        "x7: an end that nobody records",
                        one -> one.redirect(
                                REGISTRATION, "flow_linkExpired_to_mergeExpireRegistration", "event_closedComplete"),
                        Property.TOGETHER,
                        3,
                        "Provider: The time of \"Link expired\" has come.",
                        "Provider: the process has ended, and the record is still open."),
                wrong(
                        "x15: a cancellation that nobody records",
                        one -> one.redirect(
                                CONNECTION,
                                "flow_cancellationRequested_to_cancelConnection",
                                "event_closedIncompleteCancelled"),
                        Property.TOGETHER,
                        4,
                        "Consumer: An admin cancels the connection.",
                        "Consumer: the process has ended, and the record is still open."),
                wrong(
                        "x8: a message that nobody sends",
                        one -> one.insert(
                                        REGISTRATION,
                                        "flow_validatePrerequisites_to_createRegistrationTask",
                                        "receiveTask_never",
                                        "<bpmn:receiveTask id=\"receiveTask_never\" name=\"Await nobody\""
                                                + " messageRef=\"Message_nobody\" />")
                                .replace(
                                        REGISTRATION,
                                        "<bpmn:message id=\"Message_consumerConnecting\"",
                                        "<bpmn:message id=\"Message_nobody\" name=\"nobody\" />$0"),
                        Property.POSSIBLE,
                        2,
                        "Provider: \"Check prerequisites\" runs.",
                        "Nobody can ever be connected; this is as far as it goes."),
                wrong(
                        "x9: nobody hears of a suspension",
                        one -> one.remove(REGISTRATION, "boundaryEvent", "event_keyExchangeSuspended"),
                        Property.HEARD,
                        9,
                        "Provider: So many key exchanges fail that the registration is suspended.",
                        "Provider: the message keyExchangeSuspended has come, and nothing in the process waits for it."),
                wrong(
                        "x10: a link that never expires",
                        one -> one.remove(REGISTRATION, "boundaryEvent", "event_linkExpired"),
                        Property.TIMELY,
                        2,
                        "Provider: \"Check prerequisites\" runs.",
                        "From here time alone brings no end: nothing happens unless a person does something."),
                wrong(
                        "a timer of 30 days on a link of 14",
                        WrongProcesses::linkOfThirtyDays,
                        Property.PUNCTUAL,
                        3,
                        "Provider: The time of \"Link expired\" has come.",
                        "Provider: the process waits P30D, which is more than the record allows; until then it waits for what is over."),
                wrong(
                        "a link that expires at once",
                        one -> one.replace(REGISTRATION, LINK_TIMER, "<bpmn:timeDuration>PT0S</bpmn:timeDuration>"),
                        Property.PUNCTUAL,
                        3,
                        "Provider: The time of \"Link expired\" comes at once.",
                        "Provider: the process waits PT0S, which is less than the record allows; the record refuses to close."),
                wrong(
                        "a check again without a pause",
                        one -> one.replace(REGISTRATION, "\\$\\{recheckCycle}", "R/PT0S"),
                        Property.RESTING,
                        5,
                        "Provider: The time of \"Re-check due\" comes at once.",
                        "Provider: this happens again and again: The time of \"Re-check due\" comes at once."),
                wrong(
                        "a reminder without a pause",
                        one -> one.replace(REGISTRATION, ">R/P1D<", ">R/PT0S<"),
                        Property.RESTING,
                        3,
                        "Provider: The time of \"Reminder due\" comes at once.",
                        "Provider: this happens again and again: The time of \"Reminder due\" comes at once."));
    }
}
