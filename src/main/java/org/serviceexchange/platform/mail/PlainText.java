package org.serviceexchange.platform.mail;

import java.util.stream.Collectors;

/** Wraps text for mail programs that do not wrap lines themselves. */
final class PlainText {

    /** RFC 5322, section 2.1.1: lines should be no longer than 78 characters. */
    private static final int LONGEST = 76;

    private static final String INDENT = "   ";

    private PlainText() {}

    /** Wraps long lines at spaces; a word without spaces, such as a link, stays whole. List items are indented. */
    static String wrapped(String text) {
        return text.lines().map(PlainText::wrappedLine).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String wrappedLine(String line) {
        String indent = line.matches("\\d\\. .*") ? INDENT : "";
        StringBuilder all = new StringBuilder();
        int length = 0;
        for (String word : line.split(" ", -1)) {
            if (length > 0 && length + 1 + word.length() > LONGEST) {
                all.append('\n').append(indent);
                length = indent.length();
            } else if (all.length() > 0) {
                all.append(' ');
                length++;
            }
            all.append(word);
            length += word.length();
        }
        return all.toString();
    }
}
