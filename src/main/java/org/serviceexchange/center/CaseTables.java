package org.serviceexchange.center;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;

/** Searches and counts the rows of a table of cases; the feature that owns the table reads the rows. */
public interface CaseTables {

    /** Value of {@code due_at} for a case in which nothing expires. */
    OffsetDateTime NEVER = OffsetDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC);

    /** Finds one page; {@code read} returns the cases with these numbers. */
    CasePage find(CaseTable table, CaseQuery query, Function<List<String>, Map<String, Case>> read);

    /** Counts all groups, and the cases in each of these states, in one statement. */
    CaseNumbers numbers(CaseTable table, @Nullable String contact, List<String> states);

    /**
     * Whom a case waits for at this instance although its own state does not say so: a task of a changed process, or a step
     * that has stopped; empty if there is no such thing.
     */
    Optional<LocalizedMessage> waiting(CaseTable table, String number);

    /** Those of these numbers of whose cases {@link #waiting(CaseTable, String)} says so. */
    Set<String> waiting(CaseTable table, List<String> numbers);

    /** The value of {@code due_at} for this time; {@link #NEVER} for null. */
    static OffsetDateTime due(@Nullable Instant time) {
        return time == null ? NEVER : time.atOffset(ZoneOffset.UTC);
    }
}
