package org.serviceexchange.platform.access;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.serviceexchange.platform.message.Messages;

/**
 * A name in sentences, such as the number of a record or the label of a page, that leads to a page. Every feature
 * declares its own beans, so that whoever reads what is wrong gets there.
 *
 * @param pattern finds the name in a sentence of a language
 * @param path the path for a name that was found
 * @param visible decides by the roles of the reader
 */
public record NameLink(Function<Locale, Pattern> pattern, Function<String, String> path, Predicate<Set<Role>> visible) {

    /** Numbers such as {@code REG0001001}; the page of each is in this folder. */
    public static NameLink numbers(String prefix, String folder, Predicate<Set<Role>> visible) {
        Pattern number = Pattern.compile("\\b" + prefix + "[0-9]{7,12}\\b");
        return new NameLink(language -> number, found -> folder + found, visible);
    }

    /** The page of this navigation entry, by its label. */
    public static NameLink page(NavigationEntry entry) {
        return new NameLink(
                language -> Pattern.compile(
                        "\\b" + Pattern.quote(Messages.of(entry.key(), language)) + "\\b",
                        Pattern.UNICODE_CHARACTER_CLASS),
                found -> entry.path(),
                entry.visible());
    }
}
