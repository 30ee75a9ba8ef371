package org.serviceexchange.provider.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.serviceexchange.journal.JournalEntry;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * What the journal says about a link and the reminders of it.
 *
 * @param entries all entries of the registration, oldest first
 * @param usualLife how long a link lives if the journal does not say when it was made
 */
record ReminderHistory(List<JournalEntry> entries, Instant expiresAt, Duration usualLife) {

    private static final String OPENED = "provider.note.open";
    private static final String NEW_LINK = "provider.note.newLink";

    /** When the link was made; a model may give a link another life than the settings. */
    Instant madeAt() {
        return of(OPENED, NEW_LINK)
                .filter(entry -> arguments(entry).contains(expiresAt))
                .map(JournalEntry::at)
                .reduce((earlier, later) -> later)
                .orElseGet(() -> expiresAt.minus(usualLife));
    }

    /** How many reminders of the link there were, whoever sent them. */
    long reminders() {
        return sinceTheLink(RemindContact.REMINDED, RemindContact.BY_HAND, RemindContact.NOT_REMINDED)
                .count();
    }

    /** Whether the last reminder was sent, or could not be sent. */
    boolean hasLast(ReminderPlan plan) {
        Instant madeAt = madeAt();
        return sinceTheLink(RemindContact.EXPIRING).findAny().isPresent()
                || sinceTheLink(RemindContact.NOT_REMINDED)
                        .anyMatch(entry -> plan.at(entry.at(), madeAt, expiresAt, 0) == ReminderPlan.Due.LAST_REMINDER);
    }

    private Stream<JournalEntry> sinceTheLink(String... keys) {
        Instant madeAt = madeAt();
        return of(keys).filter(entry -> !entry.at().isBefore(madeAt));
    }

    private Stream<JournalEntry> of(String... keys) {
        return entries.stream().filter(entry -> {
            LocalizedMessage message = entry.message();
            return message != null && List.of(keys).contains(message.key());
        });
    }

    private static List<Object> arguments(JournalEntry entry) {
        LocalizedMessage message = entry.message();
        return message == null ? List.of() : message.arguments();
    }
}
