package org.serviceexchange.platform.rulebook.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of a model with its names resolved: prefixes, character references and CDATA sections are gone.
 *
 * @param line where it begins in its file, from 1
 * @param attributes values by namespace and local name, as in {@code http://…|class}; without a namespace, {@code |id}
 */
public record XmlElement(
        String namespace,
        String name,
        int line,
        Map<String, String> attributes,
        StringBuilder text,
        List<XmlElement> children) {

    public static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    public static XmlElement of(String namespace, String name, int line) {
        return new XmlElement(namespace, name, line, new LinkedHashMap<>(), new StringBuilder(), new ArrayList<>());
    }

    public static String key(String namespace, String name) {
        return namespace + "|" + name;
    }

    public String key() {
        return key(namespace, name);
    }

    /** Empty if it has none. */
    public String id() {
        return value("id");
    }

    /** The value of an attribute without a namespace; empty if it is not there. */
    public String value(String attribute) {
        return attributes.getOrDefault(key("", attribute), "");
    }

    /** The value of one of the engine's attributes; empty if it is not there. */
    public String camunda(String attribute) {
        return attributes.getOrDefault(key(CAMUNDA, attribute), "");
    }

    /** Its own text without the spaces around it. */
    public String content() {
        return text.toString().strip();
    }

    /** Direct children of this name, whatever their namespace. */
    public Stream<XmlElement> children(String child) {
        return children.stream().filter(one -> one.name.equals(child));
    }

    public Optional<XmlElement> child(String child) {
        return children(child).findFirst();
    }

    /** What stands in its extension elements, of this name. */
    public Stream<XmlElement> extensions(String extension) {
        return children("extensionElements").flatMap(all -> all.children(extension));
    }

    /** It, and everything in it, in the order of the file. */
    public Stream<XmlElement> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::all));
    }

    /** How people find it in the file: its label, else its id, else its name. */
    public String label() {
        return Stream.of(value("name").strip(), id(), name)
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse(name);
    }
}
