package org.serviceexchange.connection.diagnostics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An object of a file in the archive: names and values in the order in which they were added; numbers stay, all else is text. */
final class Facts {

    private final Map<String, Object> known = new LinkedHashMap<>();

    private Facts() {}

    static Facts of(String name, @Nullable Object value) {
        return new Facts().and(name, value);
    }

    /** What is not known is the empty text. */
    Facts and(String name, @Nullable Object value) {
        boolean kept = value instanceof Number || value instanceof Iterable || value instanceof Map;
        known.put(name, kept ? Objects.requireNonNull(value) : Objects.toString(value, ""));
        return this;
    }

    Map<String, Object> map() {
        return known;
    }
}
