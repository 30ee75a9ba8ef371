package org.serviceexchange.platform.engine.rules;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.serviceexchange.platform.rulebook.model.XmlElement;

/** The tree that the engine parsed, without what its parser adds: declarations of prefixes, and defaults of the schema. */
final class ParsedTree {

    private static final Set<String> DECLARATIONS = Set.of("http://www.w3.org/2000/xmlns/", "xmlns");

    /** Attributes that every element of their kind has in the engine's tree; with another value the file says so itself. */
    private static final Map<String, Set<String>> DEFAULTS = Map.of(
            "typeLanguage", Set.of("http://www.w3.org/2001/XMLSchema"),
            "expressionLanguage", Set.of("http://www.w3.org/1999/XPath"),
            "parallelMultiple", Set.of("false"),
            "instantiate", Set.of("false"),
            "startQuantity", Set.of("1"),
            "completionQuantity", Set.of("1"),
            "isForCompensation", Set.of("false"),
            "implementation", Set.of("##WebService", "##unspecified"));

    private ParsedTree() {}

    static XmlElement of(Element element) {
        XmlElement converted = XmlElement.of(element.getUri(), element.getTagName(), element.getLine());
        for (String key : element.attributes()) {
            int colon = key.lastIndexOf(':');
            String namespace = colon < 0 ? "" : key.substring(0, colon);
            String name = key.substring(colon + 1);
            String value = element.attribute(key);
            boolean added = DECLARATIONS.contains(namespace)
                    || key.equals("xmlns")
                    || (namespace.isEmpty()
                            && DEFAULTS.getOrDefault(name, Set.of()).contains(value));
            if (!added) {
                converted.attributes().put(XmlElement.key(namespace, name), value);
            }
        }
        converted.text().append(element.getText());
        element.elements().forEach(child -> converted.children().add(of(child)));
        return converted;
    }
}
