package org.serviceexchange.platform.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Changes a model as somebody does who edits it; each change is a line such as {@code delete serviceTask_matchContact}. */
final class ModelChange {

    private static final String WRAPPED = "<a xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
            + " xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\""
            + " xmlns:dmn=\"https://www.omg.org/spec/DMN/20191111/MODEL/\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">%s</a>";

    private final ModelDocument document;

    private ModelChange(byte[] content) {
        this.document = new ModelDocument(content);
    }

    static byte[] apply(byte[] content, List<String> changes) {
        ModelChange change = new ModelChange(content);
        changes.forEach(change::apply);
        return change.document.bytes();
    }

    private void apply(String change) {
        String[] words = change.strip().split(" ", 3);
        String third = words.length > 2 ? words[2] : "";
        switch (words[0]) {
            case "delete" -> delete(document.element(words[1]));
            case "cut" -> cut(words[1]);
            case "redirect" -> redirect(document.element(words[1]), "targetRef", "incoming", third);
            case "from" -> redirect(document.element(words[1]), "sourceRef", "outgoing", third);
            case "set" -> set(document.element(words[1]), third.split("=", 2));
            case "unset" -> unset(document.element(words[1]), third);
            case "content" -> {
                String[] parts = third.split(" ", 2);
                ModelDocument.first(document.element(words[1]), parts[0])
                        .setTextContent(parts.length > 1 ? parts[1] : "");
            }
            case "drop" -> ModelDocument.remove(ModelDocument.first(document.element(words[1]), third));
            case "add" ->
                add(words[1].equals("root") ? document.model.getDocumentElement() : document.element(words[1]), third);
            case "move" -> {
                Element bounds = ModelDocument.first(document.shapes(words[1]).get(0), "Bounds");
                bounds.setAttribute("x", third.split(" ", -1)[0]);
                bounds.setAttribute("y", third.split(" ", -1)[1]);
            }
            case "insert" -> insert(document.element(words[1]), third);
            default -> throw new IllegalArgumentException(change);
        }
    }

    /** As Modeler does: with its flows, events and shapes; what led to it then leads on, if that is one flow each. */
    private void delete(Element node) {
        String id = node.getAttribute("id");
        List<Element> into = document.flows("targetRef", id);
        List<Element> on = document.flows("sourceRef", id);
        document.all("*").stream()
                .filter(one -> one.getAttribute("attachedToRef").equals(id))
                .forEach(this::delete);
        if (into.size() == 1 && on.size() == 1) {
            String next = on.get(0).getAttribute("targetRef");
            cut(on.get(0).getAttribute("id"));
            redirect(into.get(0), "targetRef", "incoming", next);
        } else {
            into.forEach(flow -> cut(flow.getAttribute("id")));
            on.forEach(flow -> cut(flow.getAttribute("id")));
        }
        ModelDocument.list(node.getElementsByTagNameNS("*", "*")).stream()
                .flatMap(inside -> document.shapes(inside.getAttribute("id")).stream())
                .forEach(ModelDocument::remove);
        document.shapes(id).forEach(ModelDocument::remove);
        ModelDocument.remove(node);
    }

    private void cut(String id) {
        document.all("*").stream()
                .filter(one -> one.getAttribute("default").equals(id))
                .forEach(one -> one.removeAttribute("default"));
        for (String end : List.of("incoming", "outgoing")) {
            document.all(end).stream()
                    .filter(one -> one.getTextContent().equals(id))
                    .forEach(ModelDocument::remove);
        }
        document.shapes(id).forEach(ModelDocument::remove);
        ModelDocument.remove(document.element(id));
    }

    private void redirect(Element flow, String end, String list, String node) {
        String id = flow.getAttribute("id");
        assertThat(flow.getAttribute(end)).isNotEqualTo(node);
        document.all(list).stream()
                .filter(one -> one.getTextContent().equals(id))
                .forEach(ModelDocument::remove);
        flow.setAttribute(end, node);
        list(flow, end, list);
    }

    private static void set(Element element, String[] attribute) {
        assertThat(element.getAttribute(attribute[0])).isNotEqualTo(attribute[1]);
        element.setAttribute(attribute[0], attribute[1]);
    }

    private static void unset(Element element, String attribute) {
        assertThat(element.hasAttribute(attribute)).isTrue();
        element.removeAttribute(attribute);
    }

    private void add(Element parent, String xml) {
        NodeList children = ModelDocument.parse(WRAPPED.formatted(xml).getBytes(StandardCharsets.UTF_8))
                .getDocumentElement()
                .getChildNodes();
        assertThat(children.getLength()).isPositive();
        List<Node> added = new ArrayList<>();
        for (int i = 0; i < children.getLength(); i++) {
            Node child = document.model.importNode(children.item(i), true);
            ModelDocument.place(parent, child);
            added.add(child);
        }
        for (Node child : added) {
            if (child instanceof Element flow && flow.getLocalName().equals("sequenceFlow")) {
                list(flow, "sourceRef", "outgoing");
                list(flow, "targetRef", "incoming");
            }
        }
    }

    /** Modeler names a flow in the elements at its ends too. */
    private void list(Element flow, String end, String list) {
        Element listed = document.model.createElementNS(flow.getNamespaceURI(), "bpmn:" + list);
        listed.setTextContent(flow.getAttribute("id"));
        boolean already =
                document.all(list).stream().anyMatch(one -> one.getTextContent().equals(flow.getAttribute("id")));
        document.all("*").stream()
                .filter(one -> !already && one.getAttribute("id").equals(flow.getAttribute(end)))
                .findFirst()
                .ifPresent(one -> ModelDocument.place(one, listed));
    }

    /** Puts a new element into a flow. */
    private void insert(Element flow, String xml) {
        String target = flow.getAttribute("targetRef");
        Element parent = (Element) flow.getParentNode();
        add(parent, xml);
        String id = xml.replaceFirst("(?s).*? id=\"([^\"]*)\".*", "$1");
        redirect(flow, "targetRef", "incoming", id);
        add(
                parent,
                "<bpmn:sequenceFlow id=\"flow_" + id + "\" sourceRef=\"" + id + "\" targetRef=\"" + target + "\"/>");
    }
}
