package org.serviceexchange.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.serviceexchange.instance.User;
import org.serviceexchange.instance.Users;
import org.springframework.stereotype.Component;

/**
 * Entries as pages show them, with the names of those who wrote them. Newest first, because a page is opened to see what
 * happened last, and what comes while it is open must be seen without scrolling.
 */
@Component
public class Timeline {

    /** So many are shown at once; the rest unfolds. */
    private static final int RECENT = 20;

    private final Users users;

    public Timeline(Users users) {
        this.users = users;
    }

    /**
     * An entry and who wrote it.
     *
     * @param author name and user name, because people can have the same name; empty if it was no person
     */
    public record Item(JournalEntry entry, String author) {}

    /** The newest items, and the ones before. */
    public record Folded(List<Item> recent, List<Item> earlier) {}

    /** Newest first, of entries that are oldest first. */
    public Folded of(List<JournalEntry> entries) {
        Map<String, String> names = new HashMap<>(Map.of(Journal.SYSTEM, ""));
        List<Item> items = new ArrayList<>();
        for (JournalEntry entry : entries) {
            items.add(new Item(entry, names.computeIfAbsent(entry.author(), this::name)));
        }
        Collections.reverse(items);
        int fold = Math.min(RECENT, items.size());
        return new Folded(items.subList(0, fold), items.subList(fold, items.size()));
    }

    private String name(String userId) {
        return users.find(userId)
                .map(User::displayName)
                .filter(name -> !name.equals(userId))
                .map(name -> name + " (" + userId + ")")
                .orElse(userId);
    }
}
