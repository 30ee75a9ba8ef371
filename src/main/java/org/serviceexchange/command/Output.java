package org.serviceexchange.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints what an instance answered: as JSON for scripts, or as aligned text with the names of the API. */
final class Output {

    private static final String GAP = "  ";

    /** Addresses for programs, which follow from the number. */
    private static final List<String> LEFT_OUT = List.of("links");

    private final Terminal terminal;
    private final boolean asJson;

    Output(Terminal terminal, boolean asJson) {
        this.terminal = terminal;
        this.asJson = asJson;
    }

    /** One resource: a line for each member, those of nested objects with the names of both. */
    void resource(JsonNode json) {
        if (asJson) {
            json(json, terminal.out());
            return;
        }
        Map<String, String> lines = new LinkedHashMap<>();
        flatten("", json, lines);
        int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
        lines.forEach((name, value) -> terminal.out().println(pad(name, width) + GAP + value));
    }

    /** A list: a column for each of these members. */
    void list(JsonNode json, List<String> columns) {
        if (asJson) {
            json(json, terminal.out());
            return;
        }
        List<List<String>> rows = new ArrayList<>(List.of(columns));
        json.path("items")
                .forEach(item -> rows.add(
                        columns.stream().map(column -> plain(item.path(column))).toList()));
        List<Integer> widths = IntStream.range(0, columns.size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        rows.forEach(row -> terminal.out()
                .println(IntStream.range(0, columns.size())
                        .mapToObj(column -> pad(row.get(column), widths.get(column)))
                        .collect(Collectors.joining(GAP))
                        .stripTrailing()));
    }

    static void json(JsonNode json, PrintStream out) {
        try {
            out.println(ApiClient.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void flatten(String prefix, JsonNode json, Map<String, String> lines) {
        json.properties().stream()
                .filter(member -> !LEFT_OUT.contains(member.getKey()))
                .forEach(member -> put(prefix + member.getKey(), member.getValue(), lines));
    }

    private static void put(String name, JsonNode value, Map<String, String> lines) {
        if (value.isObject()) {
            flatten(name + ".", value, lines);
        } else if (value.isArray()) {
            IntStream.range(0, value.size()).forEach(index -> put(name + "." + (index + 1), value.get(index), lines));
        } else {
            lines.put(name, plain(value));
        }
    }

    private static String plain(JsonNode value) {
        return harmless(value.asText());
    }

    /** Names come from other instances, and from files: nothing in them may steer the terminal. */
    static String harmless(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\p{Cf}]", "?");
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
