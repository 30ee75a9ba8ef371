package org.serviceexchange.platform.engine.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The rule book of models: accepts what {@code model-rules.txt} lists and refuses everything else, so that a model can arrange
 * the steps of this application but never bring code of its own.
 */
public final class ModelRules {

    /** Names of files that the engine reads as a model. */
    private static final String UNREADABLE = " <!DOCTYPE> or XML that is not well-formed";

    private static final Pattern PROCESS = Pattern.compile(".*\\.(bpmn|bpmn20\\.xml)");

    private static final Pattern OTHER_MODEL = Pattern.compile(".*\\.(dmn|dmn11\\.xml|cmmn|cmmn10\\.xml|cmmn11\\.xml)");

    private static final ModelTable TABLE = ModelTable.read();

    private final String file;
    private final List<String> findings = new ArrayList<>();

    private ModelRules(String file) {
        this.file = file;
    }

    /**
     * What a file contains that is not accepted, as {@code file:line element attribute}; nothing for files that are no models.
     * Models of decisions and cases are not used by this application.
     */
    public static List<String> findings(String file, byte[] content) {
        if (OTHER_MODEL.matcher(file).matches()) {
            return List.of(file);
        }
        if (!PROCESS.matcher(file).matches()) {
            return List.of();
        }
        try {
            return findings(file, ModelReader.read(content));
        } catch (SAXParseException e) {
            return List.of(file + ":" + e.getLineNumber() + UNREADABLE);
        } catch (SAXException e) {
            return List.of(file + UNREADABLE);
        }
    }

    static List<String> findings(String file, XmlElement root) {
        ModelRules rules = new ModelRules(file);
        rules.check(root, false);
        return List.copyOf(rules.findings);
    }

    /** The engine evaluates the timer of a start event while it deploys, before any check of its own: it is text there. */
    private void check(XmlElement element, boolean start) {
        Optional<Map<String, ValueRule>> row = TABLE.attributes(element);
        if (row.isEmpty()) {
            found(element, "<" + element.name() + ">");
            return;
        }
        boolean inStart = start || element.name().equals("startEvent");
        Map<String, ValueRule> attributes = row.get();
        element.attributes().forEach((key, value) -> {
            ValueRule rule = attributes.get(key);
            if (rule == null || !rule.accepts(value)) {
                found(element, key.substring(key.indexOf('|') + 1) + "=\"" + value + "\"");
            }
        });
        String text = element.text().toString().strip();
        boolean accepted = ModelTable.content(attributes)
                .map(content -> content.accepts(text) && (!inStart || ValueRule.TEXT.accepts(text)))
                .orElseGet(text::isEmpty);
        if (!accepted) {
            found(element, "\"" + text + "\"");
        }
        element.children().forEach(child -> check(child, inStart));
    }

    private void found(XmlElement element, String what) {
        findings.add(file + ":" + element.line() + " " + element.label() + " " + what);
    }
}
