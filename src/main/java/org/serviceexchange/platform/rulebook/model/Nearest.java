package org.serviceexchange.platform.rulebook.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names that somebody may have meant. */
public final class Nearest {

    private static final int NAMED = 3;

    private Nearest() {}

    /** The nearest names, the most probable one first; a dash if there are none. */
    public static String to(String name, Collection<String> known) {
        return known.isEmpty()
                ? "–"
                : known.stream()
                        .sorted(Comparator.<String>comparingInt(one -> distance(name, one))
                                .thenComparing(one -> one))
                        .limit(NAMED)
                        .collect(Collectors.joining(", "));
    }

    /** How many letters have to be changed. */
    private static int distance(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[] last = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(last[j], row[j - 1]) + 1);
            }
            last = row;
        }
        return last[to.length()];
    }
}
