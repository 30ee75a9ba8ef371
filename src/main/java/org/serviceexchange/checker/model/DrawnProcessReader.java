package org.serviceexchange.checker.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads one process; what is not understood is named, so that nothing is proved of it. */
final class DrawnProcessReader {

    private static final Map<String, DrawnKind> KINDS = Map.ofEntries(
            Map.entry("startEvent", DrawnKind.START),
            Map.entry("endEvent", DrawnKind.END),
            Map.entry("intermediateThrowEvent", DrawnKind.PASS),
            Map.entry("task", DrawnKind.PASS),
            Map.entry("manualTask", DrawnKind.PASS),
            Map.entry("businessRuleTask", DrawnKind.PASS),
            Map.entry("exclusiveGateway", DrawnKind.EXCLUSIVE),
            Map.entry("parallelGateway", DrawnKind.PARALLEL),
            Map.entry("serviceTask", DrawnKind.SERVICE),
            Map.entry("sendTask", DrawnKind.SERVICE),
            Map.entry("userTask", DrawnKind.PERSON),
            Map.entry("receiveTask", DrawnKind.MESSAGE),
            Map.entry("subProcess", DrawnKind.SUBPROCESS),
            Map.entry("boundaryEvent", DrawnKind.BOUNDARY));
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "documentation",
            "extensionElements",
            "incoming",
            "outgoing",
            "group",
            "textAnnotation",
            "association",
            "laneSet",
            "dataObject",
            "dataObjectReference",
            "dataStoreReference",
            "ioSpecification",
            "property",
            "dataInputAssociation",
            "dataOutputAssociation");
    private final DrawnFolder folder;
    private final Document file;
    private final Map<String, DrawnElement> elements = new LinkedHashMap<>();
    private final List<DrawnFlow> flows = new ArrayList<>();
    private final List<LocalizedMessage> outside = new ArrayList<>();

    DrawnProcessReader(DrawnFolder folder, Document file) {
        this.folder = folder;
        this.file = file;
    }

    DrawnProcess read(Element process) {
        String id = process.getAttribute("id");
        inside(process, id);
        flows.removeIf(flow -> !elements.containsKey(flow.from()) || !elements.containsKey(flow.to()));
        outside.addAll(Understood.decisions(elements.values(), flows));
        return new DrawnProcess(id, elements, flows, outside, DrawnPlacesReader.read(file));
    }

    private void inside(Element scope, String id) {
        outside.addAll(Understood.listeners(scope));
        for (Element child : DrawnXml.children(scope).toList()) {
            String name = child.getLocalName();
            if (name.equals("sequenceFlow")) {
                outside.addAll(Understood.listeners(child));
                flows.add(new DrawnFlow(
                        child.getAttribute("id"),
                        child.getAttribute("name"),
                        child.getAttribute("sourceRef"),
                        child.getAttribute("targetRef"),
                        DrawnXml.child(child, "conditionExpression")
                                .map(Element::getTextContent)
                                .orElse("")
                                .strip()));
            } else if (!WITHOUT_EFFECT.contains(name) && !name.endsWith("EventDefinition")) {
                element(child, id);
            }
        }
        long starts = elements.values().stream()
                .filter(one -> one.kind() == DrawnKind.START && one.scope().equals(id))
                .count();
        if (starts != 1) {
            outside.add(LocalizedMessage.of("checker.outside.starts", DrawnXml.label(scope), starts));
        }
    }

    private void element(Element drawn, String scope) {
        DrawnKind kind = kind(drawn).orElse(null);
        if (kind == null || !Understood.kind(drawn)) {
            outside.add(LocalizedMessage.of("checker.outside.kind", DrawnXml.label(drawn), drawn.getLocalName()));
            return;
        }
        elements.put(drawn.getAttribute("id"), element(drawn, scope, kind));
        if (kind == DrawnKind.SUBPROCESS) {
            inside(drawn, drawn.getAttribute("id"));
        } else {
            outside.addAll(Understood.listeners(drawn));
        }
    }

    private DrawnElement element(Element drawn, String scope, DrawnKind kind) {
        boolean start = kind == DrawnKind.START;
        return new DrawnElement(
                drawn.getAttribute("id"),
                DrawnXml.label(drawn),
                kind,
                scope,
                "true".equals(drawn.getAttributeNS(DrawnXml.CAMUNDA, "asyncBefore")),
                DrawnXml.code(drawn.getAttributeNS(DrawnXml.CAMUNDA, "delegateExpression")),
                message(drawn),
                DrawnXml.child(drawn, "errorEventDefinition")
                        .map(event -> referred("error", event.getAttribute("errorRef"), "errorCode"))
                        .orElse(null),
                DrawnXml.timer(drawn),
                drawn.getAttribute("attachedToRef"),
                !"false".equals(drawn.getAttribute(start ? "isInterrupting" : "cancelActivity")),
                DrawnXml.child(drawn, "terminateEventDefinition").isPresent(),
                "true".equals(drawn.getAttribute("triggeredByEvent")),
                drawn.getAttribute("default"),
                DrawnXml.listeners(drawn),
                drawn.getAttributeNS(DrawnXml.CAMUNDA, "candidateGroups"),
                kind == DrawnKind.PERSON && DrawnXml.isApproval(drawn));
    }

    /** An intermediate event is what it waits for; a called process that only waits is one wait. */
    private Optional<DrawnKind> kind(Element drawn) {
        String name = drawn.getLocalName();
        if (name.equals("intermediateCatchEvent")) {
            boolean timed = DrawnXml.child(drawn, "timerEventDefinition").isPresent();
            return Optional.of(timed ? DrawnKind.TIMER : DrawnKind.MESSAGE);
        }
        if (name.equals("callActivity")) {
            return folder.process(drawn.getAttribute("calledElement"))
                    .filter(DrawnProcessReader::onlyWaits)
                    .map(called -> DrawnKind.PERSON);
        }
        return Optional.ofNullable(KINDS.get(name));
    }

    /** Nothing that happens there concerns anybody else. */
    private static boolean onlyWaits(DrawnProcess called) {
        return called.outside().isEmpty()
                && called.elements().values().stream()
                        .allMatch(element -> element.kind() != DrawnKind.SERVICE
                                && element.message().isEmpty()
                                && element.error() == null
                                && element.listeners().isEmpty());
    }

    private String message(Element drawn) {
        String reference = drawn.getAttribute("messageRef");
        String of = DrawnXml.child(drawn, "messageEventDefinition")
                .map(event -> event.getAttribute("messageRef"))
                .orElse(reference);
        return of.isEmpty() ? "" : referred("message", of, "name");
    }

    private String referred(String kind, String reference, String attribute) {
        NodeList all = file.getElementsByTagNameNS(DrawnXml.BPMN, kind);
        return IntStream.range(0, all.getLength())
                .mapToObj(index -> (Element) all.item(index))
                .filter(one -> one.getAttribute("id").equals(reference))
                .map(one -> one.getAttribute(attribute))
                .findFirst()
                .orElse("");
    }
}
