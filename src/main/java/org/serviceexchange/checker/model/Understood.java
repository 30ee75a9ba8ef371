package org.serviceexchange.checker.model;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.w3c.dom.Element;

/** Which parts of a drawing the checker follows as the engine does. */
final class Understood {

    private static final Set<String> EVENTS = Set.of(
            "timerEventDefinition", "messageEventDefinition", "errorEventDefinition", "terminateEventDefinition");

    private Understood() {}

    /** Whether an element is drawn in a way that is followed. */
    static boolean kind(Element drawn) {
        boolean events = DrawnXml.children(drawn)
                .filter(child -> child.getLocalName().endsWith("EventDefinition"))
                .allMatch(child -> EVENTS.contains(child.getLocalName()));
        boolean several =
                DrawnXml.children(drawn).anyMatch(child -> child.getLocalName().endsWith("LoopCharacteristics"));
        boolean after = "true".equals(drawn.getAttributeNS(DrawnXml.CAMUNDA, "asyncAfter"));
        boolean throwing = drawn.getLocalName().equals("intermediateThrowEvent")
                && DrawnXml.children(drawn)
                        .anyMatch(child -> child.getLocalName().endsWith("EventDefinition"));
        boolean otherCode = Stream.of("class", "expression", "type", "topic")
                .anyMatch(kind -> !drawn.getAttributeNS(DrawnXml.CAMUNDA, kind).isEmpty());
        return events && !several && !after && !throwing && !otherCode;
    }

    /** A sentence if something listens to an element that is not known to the checker. */
    static List<LocalizedMessage> listeners(Element drawn) {
        boolean known = DrawnXml.listening(drawn)
                .allMatch(listener -> DrawnXml.isCompletion(listener) || isOpening(drawn, listener));
        return known ? List.of() : List.of(LocalizedMessage.of("checker.outside.listener", DrawnXml.label(drawn)));
    }

    /** The bean that refuses to begin without a link; nobody begins without one here. */
    private static boolean isOpening(Element drawn, Element listener) {
        return drawn.getLocalName().equals("startEvent")
                && listener.getLocalName().equals("executionListener")
                && listener.getAttribute("event").equals("start")
                && DrawnXml.code(listener.getAttribute("delegateExpression")).equals("linkOpenedListener");
    }

    /** Elsewhere than at an exclusive gateway a condition says whether there is one more token, which is not followed. */
    static List<LocalizedMessage> decisions(Collection<DrawnElement> elements, List<DrawnFlow> flows) {
        Set<String> conditional = flows.stream()
                .filter(flow -> !flow.condition().isEmpty())
                .map(DrawnFlow::from)
                .collect(Collectors.toSet());
        return elements.stream()
                .filter(element -> element.kind() != DrawnKind.EXCLUSIVE)
                .filter(element -> conditional.contains(element.id())
                        || !element.preferred().isEmpty())
                .map(element -> LocalizedMessage.of("checker.outside.condition", element.label()))
                .toList();
    }
}
