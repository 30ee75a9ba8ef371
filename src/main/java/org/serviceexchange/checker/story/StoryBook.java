package org.serviceexchange.checker.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stories as they stand in a file: a title, and below it the lines of what happens. A file that a person has changed is read as far as it
 * has this form.
 *
 * @param stories lines by title, in order
 */
record StoryBook(Map<String, List<String>> stories) {

    /** Begins a title; likewise a step of somebody, and what follows from it. */
    static final String TITLE = "# ";

    static final String STEP = "* ";
    static final String DETAIL = "    ";
    /** Begins a line that refers to another story. */
    static final String LIKE = "… ";
    /** Between two steps of a process. */
    static final String THEN = " → ";

    /** Behind the side of which a line speaks. */
    static final String OF = ": ";

    static StoryBook read(String text) {
        Map<String, List<String>> stories = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (String line : text.lines().map(String::stripTrailing).toList()) {
            if (line.startsWith(TITLE)) {
                lines = new ArrayList<>();
                stories.put(line.substring(TITLE.length()), lines);
            } else if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return new StoryBook(stories);
    }
}
