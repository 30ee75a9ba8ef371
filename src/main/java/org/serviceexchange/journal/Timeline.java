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
     * @param author the name of the person or service; empty if the system wrote it
     * @param userId of a person, because people can have the same name; empty if it was none or the name says it
     */
    public record Item(JournalEntry entry, String author, String userId) {}

    /** The newest items, and the ones before. */
    public record Folded(List<Item> recent, List<Item> earlier) {}

    /** Newest first, of entries that are oldest first; services are named in this language. */
    public Folded of(List<JournalEntry> entries, Locale language) {
        Map<String, Optional<String>> people = new HashMap<>();
        List<Item> items = new ArrayList<>();
        for (JournalEntry entry : entries) {
            Optional<String> person = people.computeIfAbsent(entry.author(), this::displayName);
            String id = person.filter(name -> !name.equals(entry.author())).isPresent() ? entry.author() : "";
            items.add(new Item(entry, person.orElseGet(() -> other(entry.author(), language)), id));
        }
        Collections.reverse(items);
        int fold = Math.min(RECENT, items.size());
        return new Folded(items.subList(0, fold), items.subList(fold, items.size()));
    }

    private Optional<String> displayName(String userId) {
        return userId.equals(Journal.SYSTEM)
                ? Optional.empty()
                : users.find(userId).map(User::displayName);
    }

    /** Who is no user, or none any more. */
    private static String other(String author, Locale language) {
        return author.equals(Journal.SYSTEM)
                ? ""
                : ServiceUser.of(author)
                        .map(service -> service.phrase().in(language))
                        .orElse(author);
    }
}
