package org.serviceexchange.platform.label;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that translates the labels of the models beside it into one language, such as {@code labels_de.txt}. A line is
 * {@code Match contact = Kontakt abgleichen}; empty lines, and those that begin with {@code #}, say nothing.
 *
 * @param lines in the order of the file
 * @param unreadable numbers of lines without a translation, or with a label that has one already; the first line has number 1
 */
public record LabelFile(List<Line> lines, List<Integer> unreadable) {

    private static final Pattern NAME = Pattern.compile("labels_([A-Za-z]{2,3}(?:[_-][A-Za-z0-9]{2,8})*)\\.txt");

    public LabelFile {
        lines = List.copyOf(lines);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * A label and its translation.
     *
     * @param number of the line, from 1
     */
    public record Line(int number, String label, String translation) {}

    /** Whether a file of this name, relative to the folder of the models, translates labels. */
    public static boolean isOne(String name) {
        return NAME.matcher(name).matches();
    }

    /** The language of a file of this name, in small letters and with hyphens, such as {@code pt-br}. */
    static String language(String name) {
        return ModelLabels.key(locale(name).toLanguageTag());
    }

    /** The language of a file of this name. */
    public static Locale locale(String name) {
        Matcher file = NAME.matcher(name);
        if (!file.matches()) {
            throw new IllegalArgumentException(name);
        }
        return Locale.forLanguageTag(file.group(1).replace('_', '-'));
    }

    /** Reads a file in UTF-8. */
    public static LabelFile read(byte[] content) {
        List<Line> lines = new ArrayList<>();
        List<Integer> unreadable = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        int number = 0;
        // Some editors put a mark of the encoding in front
        for (String text :
                new String(content, UTF_8).replaceFirst("^\uFEFF", "").lines().toList()) {
            number++;
            if (text.isBlank() || text.strip().startsWith("#")) {
                continue;
            }
            String[] parts = text.split("=", 2);
            String label = plain(parts[0]);
            String translation = parts.length < 2 ? "" : plain(parts[1]);
            if (label.isEmpty() || translation.isEmpty() || seen.put(label, translation) != null) {
                unreadable.add(number);
            } else {
                lines.add(new Line(number, label, translation));
            }
        }
        return new LabelFile(lines, unreadable);
    }

    /** A label in one line: where a diagram breaks it says nothing about what it says. */
    public static String plain(String label) {
        return label.replaceAll("\\s+", " ").strip();
    }
}
