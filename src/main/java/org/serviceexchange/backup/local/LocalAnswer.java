package org.serviceexchange.backup.local;

/** What a line of an answer means, by its first character. */
enum LocalAnswer {
    PROGRESS('+'),
    DONE('='),
    REFUSED('!');

    private final char mark;

    LocalAnswer(char mark) {
        this.mark = mark;
    }

    String line(String text) {
        return mark + text.replaceAll("\\R", " ");
    }

    boolean is(String line) {
        return !line.isEmpty() && line.charAt(0) == mark;
    }
}
