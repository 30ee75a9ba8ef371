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
 * Phrases as text for the database: a phrase is a JSON array of its key and its particulars; a moment is
 * {@code {"at": "2026-01-31T12:00:00Z"}}, a list {@code {"all": [...]}}.
 */
public final class PhraseText {

    private static final String MOMENT = "at";
    private static final String LIST = "all";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper READER = new ObjectMapper();

    private PhraseText() {}

    public static String write(Phrase phrase) {
        return node(phrase).toString();
    }

    /** One line for every phrase; empty for none. */
    public static String writeAll(List<Phrase> phrases) {
        return String.join("\n", phrases.stream().map(PhraseText::write).toList());
    }

    /** What {@link #write} wrote; anything else is an {@link IllegalArgumentException}. */
    public static Phrase read(String text) {
        try {
            return phrase(READER.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a phrase: " + text, e);
        }
    }

    /** What {@link #writeAll} wrote; nothing for no text. */
    public static List<Phrase> readAll(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .filter(line -> !line.isBlank())
                        .map(PhraseText::read)
                        .toList();
    }

    private static JsonNode node(Object particular) {
        if (particular instanceof Phrase phrase) {
            ArrayNode array = JSON.arrayNode().add(phrase.key());
            phrase.particulars().forEach(part -> array.add(node(part)));
            return array;
        }
        if (particular instanceof List<?> several) {
            ArrayNode array = JSON.arrayNode();
            several.forEach(part -> array.add(node(part)));
            return JSON.objectNode().set(LIST, array);
        }
        if (particular instanceof Instant moment) {
            return JSON.objectNode().put(MOMENT, moment.toString());
        }
        return particular instanceof Long number ? JSON.numberNode(number) : JSON.textNode(particular.toString());
    }

    private static Phrase phrase(JsonNode array) {
        if (!array.isArray() || !array.path(0).isTextual()) {
            throw new IllegalArgumentException("Not a phrase: " + array);
        }
        List<Object> particulars = new ArrayList<>();
        for (int i = 1; i < array.size(); i++) {
            particulars.add(particular(array.get(i)));
        }
        return new Phrase(array.get(0).textValue(), particulars);
    }

    private static Object particular(JsonNode node) {
        if (node.isArray()) {
            return phrase(node);
        }
        if (node.has(LIST)) {
            return StreamSupport.stream(node.get(LIST).spliterator(), false)
                    .map(PhraseText::particular)
                    .toList();
        }
        if (node.has(MOMENT)) {
            return Instant.parse(node.get(MOMENT).textValue());
        }
        return node.isIntegralNumber() ? node.longValue() : node.asText();
    }
}
