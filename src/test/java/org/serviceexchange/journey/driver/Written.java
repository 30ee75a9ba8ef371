package org.serviceexchange.journey.driver;

import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a transaction writes: its tables, and the elements of processes that it enters or leaves. */
final class Written {

    private static final Pattern WRITE = Pattern.compile(
            "\\s*(?:/\\*.*?\\*/)?\\s*(insert\\s+into|update|delete\\s+from|merge\\s+into)\\s+\"?([a-z0-9_.]+)\"?.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ELEMENT =
            Pattern.compile("(event|serviceTask|receiveTask|userTask|subProcess|timer|gateway|boundary)_\\w+");
    private static final String ENGINE = "act_";

    private final SortedSet<String> tables = new TreeSet<>();
    private final SortedSet<String> elements = new TreeSet<>();

    void parameter(Object value) {
        if (value instanceof String text && ELEMENT.matcher(text).matches()) {
            elements.add(text);
        }
    }

    void add(String statement, Written parameters) {
        Matcher write = WRITE.matcher(statement);
        if (write.matches()) {
            String verb = write.group(1).toLowerCase(Locale.ROOT).split("\\s+", -1)[0];
            tables.add(verb + " " + write.group(2).toLowerCase(Locale.ROOT));
            elements.addAll(parameters.elements);
        }
    }

    void forget() {
        tables.clear();
        elements.clear();
    }

    static boolean writes(String statement) {
        return WRITE.matcher(statement).matches();
    }

    /** Names the kind of this transaction, with the engine's tables only if it writes nothing else; empty if it writes nothing. */
    String kind() {
        SortedSet<String> kind = new TreeSet<>(elements);
        tables.stream().filter(table -> !table.contains(" " + ENGINE)).forEach(kind::add);
        return String.join(", ", kind.isEmpty() ? tables : kind);
    }
}
