package org.serviceexchange.platform.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

/** A model as a document: what stands in it, and where something new belongs. */
final class ModelDocument {

    final Document model;

    ModelDocument(byte[] content) {
        this.model = parse(content);
    }

    /** In the order that the schema asks for. */
    static void place(Element parent, Node child) {
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

    Element element(String id) {
        List<Element> found = all("*").stream()
                .filter(one -> one.getAttribute("id").equals(id))
                .toList();
        assertThat(found).as(id).isNotEmpty();
        return found.get(0);
    }

    List<Element> flows(String end, String node) {
        return all("sequenceFlow").stream()
                .filter(flow -> flow.getAttribute(end).equals(node))
                .toList();
    }

    List<Element> shapes(String id) {
        return all("*").stream()
                .filter(one -> !id.isEmpty() && one.getAttribute("bpmnElement").equals(id))
                .toList();
    }

    List<Element> all(String name) {
        return list(model.getElementsByTagNameNS("*", name));
    }

    static Element first(Element parent, String name) {
        return list(parent.getElementsByTagNameNS("*", name)).get(0);
    }

    static List<Element> list(NodeList nodes) {
        List<Element> list = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            list.add((Element) nodes.item(i));
        }
        return list;
    }

    static void remove(Node node) {
        Objects.requireNonNull(node.getParentNode()).removeChild(node);
    }

    byte[] bytes() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(model), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    static Document parse(byte[] content) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(content));
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
