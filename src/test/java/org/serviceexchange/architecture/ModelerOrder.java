package org.serviceexchange.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** In which order Camunda Modeler writes attributes and children, as {@code modeler/order.txt} has it. */
final class ModelerOrder {

    /** Stands for any child. */
    private static final String ANY = "*";

    /**
     * What is known of one element.
     *
     * @param attributes by name, with the value that is not written, or an empty text
     * @param children groups of elements, in the order of writing
     */
    record Known(Map<String, String> attributes, List<List<String>> children) {

        /** The place of a child among the others; -1 if it does not belong here. */
        int place(String child) {
            for (int i = 0; i < children.size(); i++) {
                if (children.get(i).contains(child) || children.get(i).contains(ANY)) {
                    return i;
                }
            }
            return -1;
        }
    }

    private final Map<String, Known> elements = new HashMap<>();

    ModelerOrder() {
        Map<String, List<String>> kinds = new HashMap<>();
        for (String line : read()) {
            String[] parts = line.split(" ?\\| ?", -1);
            if (line.startsWith("@")) {
                kinds.put(parts[0], Arrays.asList(parts[1].split(" ", -1)));
            } else if (!line.startsWith("#")) {
                elements.put(parts[0], new Known(attributes(parts[1]), children(parts[2], kinds)));
            }
        }
    }

    /** An element that only holds text, such as a reference, is not in the table. */
    Known of(String element) {
        return elements.getOrDefault(element, new Known(Map.of(), List.of()));
    }

    private static Map<String, String> attributes(String words) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String word : words.split(" ", -1)) {
            String[] parts = word.split("=", 2);
            attributes.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        return attributes;
    }

    private static List<List<String>> children(String words, Map<String, List<String>> kinds) {
        List<List<String>> children = new ArrayList<>();
        for (String word : words.split(" ", -1)) {
            children.add(kinds.getOrDefault(word, Arrays.asList(word.split(",", -1))));
        }
        return children;
    }

    private static List<String> read() {
        try (InputStream table = ModelerOrder.class.getResourceAsStream("/modeler/order.txt")) {
            return new String(Objects.requireNonNull(table).readAllBytes(), UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
