package org.serviceexchange.checker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.*;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceexchange.checker.pair.KeptMessages;

class ProveProcessesTest {

    private static final Path SHIPPED = Path.of("processes");
    private static final String R = ChangedProcesses.REGISTRATION;
    private static final String C = ChangedProcesses.CONNECTION;
    private static final String TASK = "<bpmn:userTask id=\"userTask_approve\" name=\"Approve\" />";

    @TempDir
    Path temp;

    @Test
    void diag() throws IOException {
        Map<String, UnaryOperator<ChangedProcesses>> all = new LinkedHashMap<>();
        all.put("shipped", p -> p);
        all.put("e1", p -> p.insert(R, "flow_awaitConsent_to_awaitKeyExchange", "userTask_approve", TASK));
        all.put("c2", p -> p.insert(R, "flow_registrationOpen_to_mergeAwaitConsumerConnect", "userTask_approve", TASK));
        all.put(
                "i1",
                p -> p.insert(
                        R,
                        "flow_awaitConsent_to_awaitKeyExchange",
                        "event_oneHour",
                        "<bpmn:intermediateCatchEvent id=\"event_oneHour\" name=\"One hour\"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>"));
        all.put(
                "x3",
                p -> p.replace(
                        R, "(id=\"receiveTask_awaitKeyExchange\"[^>]*messageRef=\")[^\"]*", "$1Message_consentGiven"));
        all.put(
                "x11",
                p -> p.replace(
                        C,
                        "(id=\"receiveTask_awaitProbeOfTheProvider\"[^>]*messageRef=\")[^\"]*",
                        "$1Message_newerLinkOpened"));
        all.put(
                "c3",
                p -> p.insert(
                        R,
                        "flow_awaitConsent_to_awaitKeyExchange",
                        "gateway_both",
                        "<bpmn:parallelGateway id=\"gateway_both\" /><bpmn:sequenceFlow id=\"flow_second\" sourceRef=\"gateway_both\" targetRef=\"receiveTask_awaitKeyExchange\" />"));
        all.put("j1", p -> p.redirect(R, "flow_mergeMatchContact_to_matchContact", "gateway_isItTheContact"));
        all.put(
                "j2",
                p -> p.redirect(R, "flow_isItTheContact_to_awaitConsent", "receiveTask_awaitKeyExchange")
                        .remove(R, "receiveTask", "receiveTask_awaitConsent")
                        .remove(R, "boundaryEvent", "event_consumerConnectsAgain")
                        .remove(R, "boundaryEvent", "event_consentDenied"));
        all.put("x2", p -> p.redirect(R, "flow_recordMismatch_to_mergeAwaitConsumerConnect", "merge_matchContact"));
        all.put("x1", p -> p.redirect(R, "flow_expireRegistration_to_closedIncompleteExpired", "merge_isMailOn"));
        all.put(
                "x5",
                p -> p.redirect(
                        R,
                        "flow_receiveRegistrationRequest_to_validatePrerequisites",
                        "serviceTask_createRegistrationTask"));
        all.put("x7", p -> p.redirect(R, "flow_linkExpired_to_mergeExpireRegistration", "event_closedComplete"));
        all.put(
                "x15",
                p -> p.redirect(
                        C, "flow_cancellationRequested_to_cancelConnection", "event_closedIncompleteCancelled"));
        all.put(
                "x8",
                p -> p.insert(
                                R,
                                "flow_validatePrerequisites_to_createRegistrationTask",
                                "receiveTask_never",
                                "<bpmn:receiveTask id=\"receiveTask_never\" name=\"Await nobody\" messageRef=\"Message_nobody\" />")
                        .replace(
                                R,
                                "<bpmn:message id=\"Message_consumerConnecting\"",
                                "<bpmn:message id=\"Message_nobody\" name=\"nobody\" />$0"));
        all.put("x9", p -> p.remove(R, "boundaryEvent", "event_keyExchangeSuspended"));
        all.put("x10", p -> p.remove(R, "boundaryEvent", "event_linkExpired"));
        all.put(
                "late",
                p -> p.replace(
                        R,
                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">..linkExpiresAt.</bpmn:timeDate>",
                        "<bpmn:timeDuration>P30D</bpmn:timeDuration>"));
        all.put(
                "zero",
                p -> p.replace(
                        R,
                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">..linkExpiresAt.</bpmn:timeDate>",
                        "<bpmn:timeDuration>PT0S</bpmn:timeDuration>"));
        all.put("zeroCycle", p -> p.replace(R, "..recheckCycle.", "R/PT0S"));
        all.put("zeroReminder", p -> p.replace(R, ">R/P1D<", ">R/PT0S<"));
        all.put(
                "call",
                p -> p.insert(
                        R,
                        "flow_awaitConsent_to_awaitKeyExchange",
                        "call",
                        "<bpmn:callActivity id=\"call\" name=\"Ask legal\" calledElement=\"elsewhere\" />"));
        int i = 0;
        for (var e : all.entrySet())
            for (KeptMessages k : List.of(KeptMessages.OF_THE_APPLICATION, KeptMessages.NONE)) {
                Path f = java.nio.file.Files.createDirectory(temp.resolve("f" + i++));
                long t = System.nanoTime();
                Proof proof = ProveProcesses.of(
                        e.getValue().apply(new ChangedProcesses(f)).folder(), k);
                System.out.println("## " + e.getKey() + " " + (k == KeptMessages.NONE ? "none" : "kept") + " ms "
                        + (System.nanoTime() - t) / 1_000_000 + " states " + proof.states() + " proved "
                        + proof.proved());
                proof.unproved().forEach(x -> System.out.println("#  UNPROVED " + x));
                proof.against().forEach(x -> {
                    System.out.println("#  AGAINST " + x.property() + " " + x.end());
                    x.way().forEach(s -> System.out.println("#     " + s.side() + " " + s.said() + " " + s.outcomes()));
                });
            }
    }
}
