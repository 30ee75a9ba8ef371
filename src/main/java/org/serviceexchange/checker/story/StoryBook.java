package org.serviceexchange.checker.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
                stories.put(apart(line.substring(TITLE.length()), stories.keySet()), lines);
            } else if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return new StoryBook(stories);
    }

    /** The title, with a number if another story has it already: two elements may have one label. */
    static String apart(String title, Set<String> others) {
        String own = title;
        for (int number = 2; others.contains(own); number++) {
            own = title + " (" + number + ")";
        }
        return own;
    }
}
