package org.serviceexchange.platform.message;

import java.text.MessageFormat;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * Looks up messages by their key. The part of a key before its first dot names the file: {@code provider.title} is in
 * {@code messages/provider.properties}, {@code SX-2101.cause} in {@code problems.properties}; translations are beside
 * them. Format: {@link MessageFormat}, so a single quote is written {@code ''}.
 */
public final class Messages {

    /** Name of the file with the texts of problems, without language and ending. */
    static final String PROBLEMS = "problems";

    /** Ending of message files. */
    static final String FILE = ".properties";

    private static final String PROBLEM = "SX-";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Messages() {}

    /** The message with its placeholders filled; an unknown key is a {@link java.util.MissingResourceException}. */
    public static String of(String key, Locale language, Object... arguments) {
        return pattern(key, language).format(filled(language, arguments));
    }

    /**
     * All messages of an area, such as {@code tasklist}, by their keys; placeholders such as {@code {0}} are kept for
     * scripts to fill.
     */
    public static Map<String, String> area(String area, Locale language) {
        return ResourceBundle.getBundle("messages/" + area, language, NO_FALLBACK).keySet().stream()
                .collect(Collectors.toMap(key -> key, key -> of(key, language, "{0}", "{1}")));
    }

    /** The arguments as inserted into a pattern: messages and times are converted to text. */
    static Object[] filled(Locale language, Object... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> inWords(argument, language))
                .toArray();
    }

    /** One argument as text, as it would be put into a pattern. */
    public static String text(Object argument, Locale language) {
        return String.valueOf(inWords(argument, language));
    }

    /** The pattern behind a key. */
    public static MessageFormat pattern(String key, Locale language) {
        String text = ResourceBundle.getBundle(file(key), language, NO_FALLBACK).getString(key);
        return new MessageFormat(text, language);
    }

    private static String file(String key) {
        return key.startsWith(PROBLEM) ? PROBLEMS : "messages/" + key.substring(0, Math.max(0, key.indexOf('.')));
    }

    private static Object inWords(Object argument, Locale language) {
        if (argument instanceof Localizable message) {
            return message.in(language);
        }
        if (argument instanceof Instant time) {
            return DateTimeFormats.inWords(time, language);
        }
        if (argument instanceof Collection<?> several) {
            return several.stream()
                    .map(one -> String.valueOf(inWords(one, language)))
                    .collect(Collectors.joining("\n"));
        }
        return argument;
    }
}
