package org.serviceexchange.platform.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Localized messages as text for the database: a message is a JSON array of its key and its arguments; a time is
 * {@code {"at": "2026-01-31T12:00:00Z"}}, a list {@code {"all": [...]}}.
 */
public final class LocalizedMessageText {

    private static final String TIME = "at";
    private static final String LIST = "all";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper READER = new ObjectMapper();

    private LocalizedMessageText() {}

    public static String write(LocalizedMessage message) {
        return node(message).toString();
    }

    /** One line per message; empty for none. */
    public static String writeAll(List<LocalizedMessage> messages) {
        return String.join(
                "\n", messages.stream().map(LocalizedMessageText::write).toList());
    }

    /** Parses a text from {@link #write}; any other text is an {@link IllegalArgumentException}. */
    public static LocalizedMessage read(String text) {
        try {
            return message(READER.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The text is not a localized message: " + text, e);
        }
    }

    /** Parses a text from {@link #writeAll}; an empty list for null. */
    public static List<LocalizedMessage> readAll(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .filter(line -> !line.isBlank())
                        .map(LocalizedMessageText::read)
                        .toList();
    }

    private static JsonNode node(Object argument) {
        if (argument instanceof LocalizedMessage message) {
            ArrayNode array = JSON.arrayNode().add(message.key());
            message.arguments().forEach(part -> array.add(node(part)));
            return array;
        }
        if (argument instanceof List<?> several) {
            ArrayNode array = JSON.arrayNode();
            several.forEach(part -> array.add(node(part)));
            return JSON.objectNode().set(LIST, array);
        }
        if (argument instanceof Instant time) {
            return JSON.objectNode().put(TIME, time.toString());
        }
        return argument instanceof Long number ? JSON.numberNode(number) : JSON.textNode(argument.toString());
    }

    private static LocalizedMessage message(JsonNode array) {
        if (!array.isArray() || !array.path(0).isTextual()) {
            throw new IllegalArgumentException("The text is not a localized message: " + array);
        }
        List<Object> arguments = new ArrayList<>();
        for (int i = 1; i < array.size(); i++) {
            arguments.add(argument(array.get(i)));
        }
        return new LocalizedMessage(array.get(0).textValue(), arguments);
    }

    private static Object argument(JsonNode node) {
        if (node.isArray()) {
            return message(node);
        }
        if (node.has(LIST)) {
            return StreamSupport.stream(node.get(LIST).spliterator(), false)
                    .map(LocalizedMessageText::argument)
                    .toList();
        }
        if (node.has(TIME)) {
            return Instant.parse(node.get(TIME).textValue());
        }
        return node.isIntegralNumber() ? node.longValue() : node.asText();
    }
}
