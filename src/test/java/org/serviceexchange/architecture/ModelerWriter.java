package org.serviceexchange.architecture;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.serviceexchange.architecture.ModelerOrder.Known;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * Writes a BPMN file as Camunda Modeler would save it: its order of attributes and children, its spelling of values, two
 * spaces for each level, no comments, a line break at the end.
 */
final class ModelerWriter {

    private static final Pattern ROOT = Pattern.compile("<bpmn:definitions[^>]*>");
    private static final Pattern NAMESPACE = Pattern.compile("xmlns:(\\w+)=\"[^\"]*\"");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.?\\d*");

    private final ModelerOrder order = new ModelerOrder();
    private final StringBuilder out = new StringBuilder();

    /** What Modeler would save when this text was opened; an IllegalArgumentException if it cannot stand in a model. */
    String rewrite(String text) {
        out.setLength(0);
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        write(parse(text).getDocumentElement(), "", namespaces(text));
        return out.toString();
    }

    /** Those that are used, in the order in which the file declares them. */
    private static String namespaces(String text) {
        Matcher root = ROOT.matcher(text);
        if (!root.find()) {
            throw new IllegalArgumentException("no bpmn:definitions");
        }
        String rest = text.substring(root.end()) + root.group().replaceAll("xmlns:\\w+=", "");
        StringBuilder declared = new StringBuilder();
        NAMESPACE
                .matcher(root.group())
                .results()
                .filter(namespace -> rest.matches("(?s).*[<\\s\"]" + namespace.group(1) + ":.*"))
                .forEach(namespace -> declared.append(' ').append(namespace.group()));
        return declared.toString();
    }

    private void write(Element element, String indent, String namespaces) {
        Known known = order.of(type(element));
        out.append(indent).append('<').append(element.getTagName()).append(namespaces);
        writeAttributes(element, known);
        List<Element> children = children(element, known);
        if (!children.isEmpty()) {
            out.append(">\n");
            children.forEach(child -> write(child, indent + "  ", ""));
            out.append(indent);
        } else if (element.getTextContent().isEmpty()) {
            out.append(" />\n");
            return;
        } else {
            out.append('>').append(body(element.getTextContent()));
        }
        out.append("</").append(element.getTagName()).append(">\n");
    }

    /** The element's own name, or that of its type where the model says so. */
    private static String type(Element element) {
        return element.getAttribute("xsi:type").equals("bpmn:tFormalExpression")
                ? "bpmn:formalExpression"
                : element.getTagName();
    }

    private void writeAttributes(Element element, Known known) {
        if (element.hasAttribute("xsi:type")) {
            write("xsi:type", element.getAttribute("xsi:type"));
        }
        known.attributes().forEach((name, unwritten) -> {
            if (element.hasAttribute(name) && !element.getAttribute(name).equals(unwritten)) {
                write(name, element.getAttribute(name));
            }
        });
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            String name = element.getAttributes().item(i).getNodeName();
            if (!name.startsWith("xmlns")
                    && !name.equals("xsi:type")
                    && !known.attributes().containsKey(name)) {
                throw new IllegalArgumentException(element.getTagName() + " has no attribute " + name);
            }
        }
    }

    private void write(String name, String value) {
        out.append(' ').append(name).append("=\"").append(attribute(value)).append('"');
    }

    private static List<Element> children(Element element, Known known) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element found) {
                if (known.place(found.getTagName()) < 0) {
                    throw new IllegalArgumentException(element.getTagName() + " has no child " + found.getTagName());
                }
                children.add(found);
            }
        }
        children.sort(Comparator.comparingInt(child -> known.place(child.getTagName())));
        return children;
    }

    private static String attribute(String value) {
        if (NUMBER.matcher(value).matches() && value.contains(".")) {
            return value.replaceAll("\\.?0*$", "");
        }
        return replace(
                value, Map.of('<', "&#60;", '>', "&#62;", '"', "&#34;", '\'', "&#39;", '&', "&#38;", '\n', "&#10;"));
    }

    private static String body(String text) {
        return replace(text, Map.of('<', "&lt;", '>', "&gt;", '&', "&amp;"));
    }

    private static String replace(String text, Map<Character, String> escapes) {
        StringBuilder replaced = new StringBuilder();
        text.chars()
                .mapToObj(c -> escapes.getOrDefault((char) c, String.valueOf((char) c)))
                .forEach(replaced::append);
        return replaced.toString();
    }

    private static Document parse(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        } catch (Exception e) {
            throw new IllegalArgumentException("not well-formed", e);
        }
    }
}
