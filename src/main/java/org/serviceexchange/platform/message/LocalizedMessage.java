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
 * @param key of the words, as {@link Messages} finds them
 * @param arguments what fills the placeholders: text, {@link Long}, {@link Instant}, a phrase, or a list of these, which
 *     becomes lines
 */
public record LocalizedMessage(String key, List<Object> arguments) {

    public LocalizedMessage {
        arguments = arguments.stream().map(LocalizedMessage::plain).toList();
    }

    public static LocalizedMessage of(String key, Object... arguments) {
        return new LocalizedMessage(key, List.of(arguments));
    }

    /** In a language of {@link Languages#OFFERED}. */
    public String in(Locale language) {
        return Messages.of(key, language, arguments.toArray());
    }

    /** In {@link Languages#DEFAULT}. */
    public String inDefault() {
        return in(Languages.DEFAULT);
    }

    /** The same with another particular in the place of this one. */
    public LocalizedMessage replacing(Object argument, Object other) {
        return new LocalizedMessage(
                key,
                arguments.stream()
                        .map(one -> one.equals(argument) ? other : one)
                        .toList());
    }

    private static Object plain(Object argument) {
        if (argument instanceof Collection<?> several) {
            return several.stream().map(LocalizedMessage::plain).toList();
        }
        if (argument instanceof Integer number) {
            return number.longValue();
        }
        boolean kept = Stream.of(Long.class, Instant.class, LocalizedMessage.class)
                .anyMatch(type -> type.isInstance(argument));
        return kept ? argument : argument.toString();
    }
}
