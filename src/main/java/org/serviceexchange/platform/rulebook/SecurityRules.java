package org.serviceexchange.platform.rulebook;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.serviceexchange.platform.rulebook.model.ModelTable;
import org.serviceexchange.platform.rulebook.model.ValueRule;
import org.serviceexchange.platform.rulebook.model.XmlElement;

/**
 * The rules of security: accept what {@code model-rules.txt} lists and refuse everything else, so that a model can arrange the
 * steps of this application but never bring code of its own.
 */
final class SecurityRules {

    /** Models of cases, which nothing here uses. */
    private static final Pattern CASE = Pattern.compile(".*\\.(cmmn|cmmn10\\.xml|cmmn11\\.xml)");

    private static final ModelTable TABLE = ModelTable.read();

    private final Breaches breaches;

    private SecurityRules(Breaches breaches) {
        this.breaches = breaches;
    }

    static boolean isRefused(String file) {
        return CASE.matcher(file).matches();
    }

    /** Checks a tree; the name of its file says what it has to be. */
    static void check(String file, XmlElement root, Breaches breaches) {
        String expected = ProcessFolder.isDecision(file) ? XmlElement.DMN : XmlElement.BPMN;
        if (!root.key().equals(XmlElement.key(expected, "definitions"))) {
            breaches.add(Rule.ELEMENT_NOT_ALLOWED, root, root.name());
            return;
        }
        new SecurityRules(breaches).check(root, false);
    }

    /** The engine evaluates the timer of a start event while it deploys, before any check of its own: it is text there. */
    private void check(XmlElement element, boolean start) {
        Optional<Map<String, ValueRule>> row = TABLE.attributes(element);
        if (row.isEmpty()) {
            breaches.add(Rule.ELEMENT_NOT_ALLOWED, element, element.name());
            return;
        }
        boolean inStart = start || element.name().equals("startEvent");
        Map<String, ValueRule> attributes = row.get();
        element.attributes().forEach((key, value) -> {
            String attribute = key.substring(key.indexOf('|') + 1);
            ValueRule rule = attributes.get(key);
            if (rule == null) {
                breaches.add(Rule.ATTRIBUTE_NOT_ALLOWED, element, attribute, value);
            } else if (!rule.accepts(value)) {
                breaches.add(Rule.VALUE_NOT_ALLOWED, element, attribute, value);
            }
        });
        String text = element.content();
        boolean accepted = ModelTable.content(attributes)
                .map(content -> content.accepts(text) && (!inStart || ValueRule.TEXT.accepts(text)))
                .orElseGet(text::isEmpty);
        if (!accepted) {
            breaches.add(Rule.TEXT_NOT_ALLOWED, element, text);
        }
        element.children().forEach(child -> check(child, inStart));
    }
}
