package org.serviceexchange.platform.rulebook.model;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the code gives to the model of one process. */
public final class CatalogueEntry {

    /** What comes by way of the link. */
    private static final String LINK = "link";

    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<String, String> variables = new TreeMap<>();
    private final Set<String> listeners = new TreeSet<>();
    private final Set<String> messages = new TreeSet<>();
    private final Set<String> linkMessages = new TreeSet<>();
    private String linkVariable = "";
    private Duration linkLife = Duration.ZERO;
    private boolean endless;

    /** A step that a service task can call. */
    public record Step(String delegate, Set<String> flags, Set<String> writes, Set<String> errors, Set<String> after) {

        public boolean isNeeded() {
            return flags.contains("needed");
        }

        public boolean asks() {
            return flags.contains("asks");
        }

        public boolean closes() {
            return flags.contains("closes");
        }
    }

    /** By the name of the delegate. */
    public Map<String, Step> steps() {
        return steps;
    }

    /** Types of the variables that the application sets, by their names. */
    public Map<String, String> variables() {
        return variables;
    }

    public Set<String> listeners() {
        return listeners;
    }

    public Set<String> messages() {
        return messages;
    }

    public boolean comesByTheLink(String message) {
        return linkMessages.contains(message);
    }

    /** The variable that says when the link ends; empty if the process has none. */
    public String linkVariable() {
        return linkVariable;
    }

    public Duration linkLife() {
        return linkLife;
    }

    public boolean isEndless() {
        return endless;
    }

    void add(List<String> words) {
        List<String> rest = words.subList(1, words.size());
        switch (words.get(0)) {
            case "variables" -> rest.forEach(this::variable);
            case "listener" -> listeners.addAll(rest);
            case "message" -> rest.forEach(this::message);
            case "step" -> step(rest);
            case LINK -> {
                linkVariable = rest.get(0);
                linkLife = Duration.parse(rest.get(1));
            }
            case "endless" -> endless = true;
            default -> throw new IllegalArgumentException(String.join(" ", words));
        }
    }

    void include(CatalogueEntry common) {
        steps.putAll(common.steps);
        variables.putAll(common.variables);
        listeners.addAll(common.listeners);
        messages.addAll(common.messages);
    }

    private void message(String word) {
        String[] parts = word.split("\\+", 2);
        messages.add(parts[0]);
        if (parts.length == 2 && parts[1].equals(LINK)) {
            linkMessages.add(parts[0]);
        }
    }

    private void step(List<String> words) {
        List<String> name = List.of(words.get(0).split("\\+"));
        Set<String> writes = new LinkedHashSet<>();
        values(words, "writes=").forEach(written -> writes.add(variable(written)));
        String delegate = name.get(0) + "Delegate";
        steps.put(
                delegate,
                new Step(
                        delegate,
                        Set.copyOf(name.subList(1, name.size())),
                        writes,
                        values(words, "throws="),
                        values(words, "after=")));
    }

    private String variable(String typed) {
        String[] parts = typed.split(":", 2);
        variables.put(parts[0], parts[1]);
        return parts[0];
    }

    private static Set<String> values(List<String> words, String key) {
        Set<String> values = new LinkedHashSet<>();
        words.stream()
                .filter(word -> word.startsWith(key))
                .forEach(word ->
                        values.addAll(Arrays.asList(word.substring(key.length()).split(","))));
        return values;
    }
}
