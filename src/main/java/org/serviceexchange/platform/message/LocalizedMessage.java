package org.serviceexchange.platform.message;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A message for people, independent of language: a key and arguments. Messages that are stored are stored in this form,
 * so that everyone reads them in their own language.
 *
 * @param key message key, as {@link Messages} finds it
 * @param arguments values of the placeholders: text, {@link Long}, {@link Instant}, a localized message, or a list of
 *     these, which is shown as lines; something else that is {@link Localizable} in messages that are not stored
 */
public record LocalizedMessage(String key, List<Object> arguments) implements Localizable, Serializable {

    public LocalizedMessage {
        arguments = arguments.stream().map(LocalizedMessage::plain).toList();
    }

    public static LocalizedMessage of(String key, Object... arguments) {
        return new LocalizedMessage(key, List.of(arguments));
    }

    /** The text in a language of {@link Languages#OFFERED}. */
    @Override
    public String in(Locale language) {
        return Messages.of(key, language, arguments.toArray());
    }

    /** The text in {@link Languages#DEFAULT}. */
    public String inDefault() {
        return in(Languages.DEFAULT);
    }

    /** A copy in which every occurrence of one argument is replaced by another value. */
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
        boolean kept =
                Stream.of(Long.class, Instant.class, Localizable.class).anyMatch(type -> type.isInstance(argument));
        return kept ? argument : argument.toString();
    }
}
