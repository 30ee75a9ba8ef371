package org.serviceexchange.checker.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The passages of the stories that were told so far, so that no other one has to repeat them. */
final class ToldStories {

    /** Fewer lines are told again rather than looked up elsewhere. */
    private static final int WORTH_IT = 3;

    private final Map<String, List<List<String>>> told = new LinkedHashMap<>();

    /**
     * What a story has in common with an earlier one.
     *
     * @param title of the earlier one
     * @param passages how many; 0 if they are not worth a sentence
     */
    record Common(String title, int passages) {}

    /** A title for a story that none of the earlier ones has. */
    String titled(String title) {
        return StoryBook.apart(title, told.keySet());
    }

    void add(String title, List<List<String>> passages) {
        told.put(title, passages);
    }

    /** The earlier story that begins with as many of these passages as possible. */
    Common beginning(List<List<String>> passages) {
        return most(passages, told);
    }

    /** The earlier story that ends with as many of these passages as possible. */
    Common ending(List<List<String>> passages) {
        Map<String, List<List<String>>> backwards = new LinkedHashMap<>();
        told.forEach((title, others) -> backwards.put(title, reversed(others)));
        return most(reversed(passages), backwards);
    }

    private static Common most(List<List<String>> passages, Map<String, List<List<String>>> others) {
        Common most = new Common("", 0);
        for (Map.Entry<String, List<List<String>>> other : others.entrySet()) {
            int shared = shared(passages, other.getValue());
            if (shared > most.passages()) {
                most = new Common(other.getKey(), shared);
            }
        }
        long lines = passages.subList(0, most.passages()).stream()
                .mapToLong(List::size)
                .sum();
        return lines < WORTH_IT ? new Common("", 0) : most;
    }

    private static int shared(List<List<String>> some, List<List<String>> others) {
        int shared = 0;
        while (shared < Math.min(some.size(), others.size()) && some.get(shared).equals(others.get(shared))) {
            shared++;
        }
        return shared;
    }

    private static List<List<String>> reversed(List<List<String>> passages) {
        List<List<String>> turned = new ArrayList<>(passages);
        Collections.reverse(turned);
        return turned;
    }
}
