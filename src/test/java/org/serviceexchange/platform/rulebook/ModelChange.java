package org.serviceexchange.platform.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Changes a model as somebody does who edits it; each change is a line such as {@code delete serviceTask_matchContact}. */
final class ModelChange {

    private static final String WRAPPED = "<a xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
            + " xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\""
            + " xmlns:dmn=\"https://www.omg.org/spec/DMN/20191111/MODEL/\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">%s</a>";

    private final Document model;

    private ModelChange(byte[] content) {
        this.model = parse(content);
    }

    static byte[] apply(byte[] content, List<String> changes) {
        ModelChange change = new ModelChange(content);
        changes.forEach(change::apply);
        return change.bytes();
    }

    private void apply(String change) {
        String[] words = change.strip().split(" ", 3);
        String third = words.length > 2 ? words[2] : "";
        switch (words[0]) {
            case "delete" -> delete(element(words[1]));
            case "cut" -> cut(words[1]);
            case "redirect" -> redirect(element(words[1]), "targetRef", "incoming", third);
            case "from" -> redirect(element(words[1]), "sourceRef", "outgoing", third);
            case "set" -> set(element(words[1]), third.split("=", 2));
            case "unset" -> unset(element(words[1]), third);
            case "content" -> {
                String[] parts = third.split(" ", 2);
                first(element(words[1]), parts[0]).setTextContent(parts.length > 1 ? parts[1] : "");
            }
            case "drop" -> remove(first(element(words[1]), third));
            case "add" -> add(words[1].equals("root") ? model.getDocumentElement() : element(words[1]), third);
            case "move" -> {
                Element bounds = first(shapes(words[1]).get(0), "Bounds");
                bounds.setAttribute("x", third.split(" ")[0]);
                bounds.setAttribute("y", third.split(" ")[1]);
            }
            case "insert" -> insert(element(words[1]), third);
            default -> throw new IllegalArgumentException(change);
        }
    }

    /** As Modeler does: with its flows, events and shapes; what led to it then leads on, if that is one flow each. */
    private void delete(Element node) {
        String id = node.getAttribute("id");
        List<Element> into = flows("targetRef", id);
        List<Element> on = flows("sourceRef", id);
        all("*").stream()
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
        list(node.getElementsByTagNameNS("*", "*")).stream()
                .flatMap(inside -> shapes(inside.getAttribute("id")).stream())
                .forEach(ModelChange::remove);
        shapes(id).forEach(ModelChange::remove);
        remove(node);
    }

    private void cut(String id) {
        all("*").stream()
                .filter(one -> one.getAttribute("default").equals(id))
                .forEach(one -> one.removeAttribute("default"));
        for (String end : List.of("incoming", "outgoing")) {
            all(end).stream().filter(one -> one.getTextContent().equals(id)).forEach(ModelChange::remove);
        }
        shapes(id).forEach(ModelChange::remove);
        remove(element(id));
    }

    private void redirect(Element flow, String end, String list, String node) {
        String id = flow.getAttribute("id");
        assertThat(flow.getAttribute(end)).isNotEqualTo(node);
        all(list).stream().filter(one -> one.getTextContent().equals(id)).forEach(ModelChange::remove);
        flow.setAttribute(end, node);
        Element listed = model.createElementNS(flow.getNamespaceURI(), "bpmn:" + list);
        listed.setTextContent(id);
        Element to = element(node);
        place(to, listed);
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
        NodeList children = parse(WRAPPED.formatted(xml).getBytes(StandardCharsets.UTF_8))
                .getDocumentElement()
                .getChildNodes();
        assertThat(children.getLength()).isPositive();
        for (int i = 0; i < children.getLength(); i++) {
            place(parent, model.importNode(children.item(i), true));
        }
    }

    /** In the order that the schema asks for. */
    private static void place(Element parent, Node child) {
        Node next = parent.getFirstChild();
        while (next != null && (next.getNodeType() != Node.ELEMENT_NODE || rank(next) <= rank(child))) {
            next = next.getNextSibling();
        }
        parent.insertBefore(child, next);
    }

    private static int rank(Node node) {
        return switch (Objects.requireNonNullElse(node.getLocalName(), "flow")) {
            case "documentation" -> 0;
            case "extensionElements" -> 1;
            case "incoming" -> 2;
            case "outgoing" -> 3;
            case "group", "textAnnotation", "association" -> 5;
            case "BPMNDiagram" -> 6;
            default -> 4;
        };
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

    private Element element(String id) {
        List<Element> found = all("*").stream()
                .filter(one -> one.getAttribute("id").equals(id))
                .toList();
        assertThat(found).as(id).isNotEmpty();
        return found.get(0);
    }

    private List<Element> flows(String end, String node) {
        return all("sequenceFlow").stream()
                .filter(flow -> flow.getAttribute(end).equals(node))
                .toList();
    }

    private List<Element> shapes(String id) {
        return all("*").stream()
                .filter(one -> !id.isEmpty() && one.getAttribute("bpmnElement").equals(id))
                .toList();
    }

    private List<Element> all(String name) {
        return list(model.getElementsByTagNameNS("*", name));
    }

    private static Element first(Element parent, String name) {
        return list(parent.getElementsByTagNameNS("*", name)).get(0);
    }

    private static List<Element> list(NodeList nodes) {
        List<Element> list = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            list.add((Element) nodes.item(i));
        }
        return list;
    }

    private static void remove(Node node) {
        Objects.requireNonNull(node.getParentNode()).removeChild(node);
    }

    private byte[] bytes() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(model), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Document parse(byte[] content) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(content));
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
