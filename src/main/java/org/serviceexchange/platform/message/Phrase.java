package org.serviceexchange.platform.message;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Something to say, in no language yet. What is kept for people to read later is kept as a phrase, so that everyone reads
 * it in their own language.
 *
 * @param key of the words, as {@link Words} finds them
 * @param particulars what fills the placeholders: text, {@link Long}, {@link Instant}, a phrase, or a list of these, which
 *     becomes lines
 */
public record Phrase(String key, List<Object> particulars) {

    public Phrase {
        particulars = particulars.stream().map(Phrase::plain).toList();
    }

    public static Phrase of(String key, Object... particulars) {
        return new Phrase(key, List.of(particulars));
    }

    /** In a language of {@link Languages#OFFERED}. */
    public String in(Locale language) {
        return Words.of(key, language, particulars.toArray());
    }

    /** In {@link Languages#DEFAULT}. */
    public String inDefault() {
        return in(Languages.DEFAULT);
    }

    /** The same with another particular in the place of this one. */
    public Phrase replacing(Object particular, Object other) {
        return new Phrase(
                key,
                particulars.stream()
                        .map(one -> one.equals(particular) ? other : one)
                        .toList());
    }

    private static Object plain(Object particular) {
        if (particular instanceof Collection<?> several) {
            return several.stream().map(Phrase::plain).toList();
        }
        if (particular instanceof Integer number) {
            return number.longValue();
        }
        boolean kept = Stream.of(Long.class, Instant.class, Phrase.class).anyMatch(type -> type.isInstance(particular));
        return kept ? particular : particular.toString();
    }
}
