package org.serviceexchange.workshop.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.serviceexchange.platform.label.LabelFile;
import org.serviceexchange.platform.label.ModelLabels;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The elements of a BPMN file by their ids, in the order of the file. Layout, documentation, frames and notes are left out:
 * nothing is run or asked by them.
 */
public final class ModelElements {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final Set<String> SCOPES = Set.of("process", "subProcess");
    private static final Set<String> DRAWN_ONLY =
            Set.of("documentation", "group", "textAnnotation", "association", "incoming", "outgoing", "collaboration");

    private final Map<String, Element> found = new LinkedHashMap<>();

    private final ModelLabels labels;

    private ModelElements(ModelLabels labels) {
        this.labels = labels;
    }

    /** The elements of this file, which the engine accepted, with labels that these translate. */
    public static Map<String, ModelElement> of(String model, ModelLabels labels) {
        ModelElements elements = new ModelElements(labels);
        elements.children(root(model)).forEach(elements::walk);
        Map<String, ModelElement> all = new LinkedHashMap<>();
        elements.found.forEach((id, element) -> all.put(id, elements.element(id, element)));
        return Collections.unmodifiableMap(all);
    }

    private static Element root(String model) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(model.getBytes(UTF_8)))
                    .getDocumentElement();
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException("The model cannot be read: " + e.getMessage(), e);
        }
    }

    private void walk(Element element) {
        if (!BPMN.equals(element.getNamespaceURI()) || DRAWN_ONLY.contains(element.getLocalName())) {
            return;
        }
        if (element.hasAttribute("id")) {
            found.put(element.getAttribute("id"), element);
        }
        if (SCOPES.contains(element.getLocalName())) {
            children(element).stream().filter(child -> child.hasAttribute("id")).forEach(this::walk);
        }
    }

    private ModelElement element(String id, Element element) {
        String kind = element.getLocalName();
        boolean flow = kind.equals("sequenceFlow");
        ElementLabel label = new ElementLabel(
                LabelFile.plain(element.getAttribute("name")),
                flow ? name(element.getAttribute("sourceRef")) : "",
                flow ? name(element.getAttribute("targetRef")) : "",
                id,
                labels);
        return new ModelElement(id, kind, label, aspects(element));
    }

    private String name(String id) {
        Element element = found.get(id);
        String name = element == null ? "" : LabelFile.plain(element.getAttribute("name"));
        return name.isEmpty() ? id : name;
    }

    private Map<String, String> aspects(Element element) {
        Map<String, String> aspects = new HashMap<>(attributes(element));
        aspects.put("type", element.getLocalName());
        for (Element child : children(element)) {
            boolean part = !DRAWN_ONLY.contains(child.getLocalName())
                    && !(SCOPES.contains(element.getLocalName()) && child.hasAttribute("id"));
            if (part) {
                aspects.merge(child.getLocalName(), canonical(child), String::concat);
            }
        }
        return aspects;
    }

    /** Everything in an element, with its attributes in one order. */
    private String canonical(Element element) {
        StringBuilder text = new StringBuilder("<" + element.getLocalName() + attributes(element) + ">");
        List<Element> children = children(element);
        if (children.isEmpty()) {
            text.append(element.getTextContent().strip());
        }
        children.forEach(child -> text.append(canonical(child)));
        return text.append("</>").toString();
    }

    /** Ids are given by the editor and name nothing here. */
    private static Map<String, String> attributes(Element element) {
        NamedNodeMap all = element.getAttributes();
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < all.getLength(); i++) {
            Node attribute = all.item(i);
            boolean declaration = XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI());
            if (!declaration && !attribute.getLocalName().equals("id")) {
                attributes.put(attribute.getLocalName(), attribute.getNodeValue());
            }
        }
        return attributes;
    }

    private List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }
}
