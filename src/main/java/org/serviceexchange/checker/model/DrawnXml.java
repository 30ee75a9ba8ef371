package org.serviceexchange.checker.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the elements of a file say of themselves. */
final class DrawnXml {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private DrawnXml() {}

    static @Nullable DrawnTimer timer(Element drawn) {
        return child(drawn, "timerEventDefinition")
                .map(event -> DrawnTimer.of(event.getTextContent().strip()))
                .orElse(null);
    }

    /** The beans that run when a person completes it. */
    static List<String> listeners(Element drawn) {
        return listening(drawn)
                .filter(DrawnXml::isCompletion)
                .map(listener -> code(listener.getAttribute("delegateExpression")))
                .toList();
    }

    /** As the templates of Modeler write it. */
    static boolean isApproval(Element drawn) {
        NodeList found = drawn.getElementsByTagNameNS(CAMUNDA, "property");
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> (Element) found.item(index))
                .anyMatch(property -> "approvalBefore".equals(property.getAttribute("name")));
    }

    /** A bean that runs when a person completes a task. */
    static boolean isCompletion(Element listener) {
        return listener.getLocalName().equals("taskListener")
                && listener.getAttribute("event").equals("complete")
                && listener.hasAttribute("delegateExpression");
    }

    /** What listens to an element itself. */
    static Stream<Element> listening(Element drawn) {
        return child(drawn, "extensionElements").stream()
                .flatMap(extensions -> elements(extensions, CAMUNDA))
                .filter(extension -> extension.getLocalName().endsWith("Listener"));
    }

    /** The bean's name. */
    static String code(String expression) {
        return expression.replaceAll("[#${}\\s]", "");
    }

    static String label(Element drawn) {
        String name = drawn.getAttribute("name").strip();
        return name.isEmpty() ? drawn.getAttribute("id") : name;
    }

    static Optional<Element> child(Element parent, String name) {
        return children(parent)
                .filter(child -> child.getLocalName().equals(name))
                .findFirst();
    }

    static Stream<Element> children(Element parent) {
        return elements(parent, BPMN);
    }

    private static Stream<Element> elements(Element parent, String namespace) {
        NodeList all = parent.getChildNodes();
        return IntStream.range(0, all.getLength())
                .mapToObj(all::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(child -> namespace.equals(child.getNamespaceURI()));
    }
}
