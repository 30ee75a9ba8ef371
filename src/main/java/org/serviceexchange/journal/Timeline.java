package org.serviceexchange.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.serviceexchange.api.ServiceUser;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.springframework.stereotype.Component;

/**
 * Prepares entries and their authors' names for a page. Newest first, because a page is opened to see what happened
 * last, and new entries should be visible without scrolling.
 */
@Component
public class Timeline {

    /** Number of entries shown at once; older ones are collapsed. */
    private static final int RECENT = 20;

    private final Users users;

    public Timeline(Users users) {
        this.users = users;
    }

    /**
     * An entry and its author.
     *
     * @param author name of the person or service; empty if the system wrote it
     * @param userId user name of the person, because several people can have the same display name; empty if there is
     *     none or it equals the name
     */
    public record Item(JournalEntry entry, String author, String userId) {}

    /** The newest items, and the earlier, collapsed ones. */
    public record Folded(List<Item> recent, List<Item> earlier) {}

    /** Orders entries, which are oldest first, newest first; services are named in this language. */
    public Folded of(List<JournalEntry> entries, Locale language) {
        Map<Author, Optional<String>> people = new HashMap<>();
        List<Item> items = new ArrayList<>();
        for (JournalEntry entry : entries) {
            Author author = entry.author();
            Optional<String> person = people.computeIfAbsent(author, this::displayName);
            String id = person.filter(name -> !name.equals(author.id())).isPresent() ? author.id() : "";
            items.add(new Item(entry, person.orElseGet(() -> other(author, language)), id));
        }
        Collections.reverse(items);
        int fold = Math.min(RECENT, items.size());
        return new Folded(items.subList(0, fold), items.subList(fold, items.size()));
    }

    private Optional<String> displayName(Author author) {
        return author.kind() == Author.Kind.USER ? users.find(author.id()).map(User::displayName) : Optional.empty();
    }

    /** The name of an author who is not, or no longer, a user; empty for the system. */
    private static String other(Author author, Locale language) {
        return author.kind() == Author.Kind.SERVICE
                ? new ServiceUser(author.id()).label().in(language)
                : author.id();
    }
}
