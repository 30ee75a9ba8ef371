package org.serviceexchange.platform.engine.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An element of a model with its names resolved: prefixes, character references and CDATA sections are gone.
 *
 * @param attributes values by namespace and local name, as in {@code http://…|class}; without a namespace, {@code |id}
 */
record XmlElement(
        String namespace,
        String name,
        int line,
        Map<String, String> attributes,
        StringBuilder text,
        List<XmlElement> children) {

    static XmlElement of(String namespace, String name, int line) {
        return new XmlElement(namespace, name, line, new LinkedHashMap<>(), new StringBuilder(), new ArrayList<>());
    }

    static String key(String namespace, String name) {
        return namespace + "|" + name;
    }

    String key() {
        return key(namespace, name);
    }

    /** How people find it in the file: its id, or else its name. */
    String label() {
        return attributes.getOrDefault(key("", "id"), name);
    }
}
