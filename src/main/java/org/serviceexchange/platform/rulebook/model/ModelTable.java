package org.serviceexchange.platform.rulebook.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The table {@code model-rules.txt}: elements, their attributes, and what these may be. */
public final class ModelTable {

    private static final String FILE = "/model-rules.txt";
    private static final String CONTENT = "text";
    private static final Map<String, ValueRule> RULES = Map.of(
            "VARIABLES", ValueRule.VARIABLES,
            "DELEGATE", ValueRule.DELEGATE,
            "LISTENER", ValueRule.LISTENER,
            "FORM", ValueRule.FORM,
            "FORMAL", ValueRule.FORMAL,
            "OWN_PROCESS", ValueRule.OWN_PROCESS,
            "FEEL", ValueRule.FEEL,
            "FEEL_LANGUAGE", ValueRule.FEEL_LANGUAGE);

    private final Map<String, String> namespaces = new HashMap<>(Map.of("", ""));
    private final Map<String, Map<String, ValueRule>> elements = new HashMap<>();

    private ModelTable(List<String> lines) {
        lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.split(" +")))
                .forEach(this::add);
    }

    public static ModelTable read() {
        try (InputStream file = ModelTable.class.getResourceAsStream(FILE)) {
            byte[] content = Objects.requireNonNull(file, FILE).readAllBytes();
            return new ModelTable(
                    new String(content, StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rules of an element's attributes by their keys; empty if the element is not accepted. */
    public Optional<Map<String, ValueRule>> attributes(XmlElement element) {
        return Optional.ofNullable(elements.get(element.key()));
    }

    /** The rule of an element's content; without one the content is blank. */
    public static Optional<ValueRule> content(Map<String, ValueRule> attributes) {
        return Optional.ofNullable(attributes.get(CONTENT));
    }

    /** A line of a namespace has its prefix and its address, a line of an element the attributes. */
    private void add(List<String> line) {
        if (!line.get(0).contains(":")) {
            namespaces.put(line.get(0), line.get(1));
            return;
        }
        Map<String, ValueRule> attributes = new HashMap<>();
        for (String attribute : line.subList(1, line.size())) {
            String[] rule = attribute.split("=", 2);
            attributes.put(
                    rule[0].equals(CONTENT) ? CONTENT : key(rule[0]),
                    rule.length == 1 ? ValueRule.TEXT : Objects.requireNonNull(RULES.get(rule[1]), rule[1]));
        }
        elements.put(key(line.get(0)), attributes);
    }

    private String key(String prefixed) {
        int colon = prefixed.indexOf(':');
        String prefix = colon < 0 ? "" : prefixed.substring(0, colon);
        return XmlElement.key(Objects.requireNonNull(namespaces.get(prefix), prefix), prefixed.substring(colon + 1));
    }
}
