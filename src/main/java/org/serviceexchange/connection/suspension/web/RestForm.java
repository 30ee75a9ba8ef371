package org.serviceexchange.connection.suspension.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.suspension.Suspension.Kind;
import org.serviceexchange.connection.suspension.SuspensionOrder;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * What a person entered about a time in which connections rest. Times are those of a wall clock in the reader's own time
 * zone, which a script of the page names; they are in UTC without scripts.
 *
 * @param kind {@code suspended} or {@code maintenance}
 */
public record RestForm(
        @Nullable String kind,
        @Nullable String from,
        @Nullable String until,
        @Nullable String reason,
        @Nullable String zone) {

    /** Whether maintenance is announced, and not a suspension decided. */
    public boolean maintenance() {
        return Kind.MAINTENANCE.name().toLowerCase(Locale.ROOT).equals(kind);
    }

    /** The order; an {@code INPUT_INVALID} problem names the time that cannot be read. */
    SuspensionOrder order() {
        return new SuspensionOrder(
                maintenance() ? Kind.MAINTENANCE : Kind.SUSPENDED,
                time("from", from),
                time("until", until),
                reason == null ? "" : reason);
    }

    private @Nullable Instant time(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            ZoneId where = ZoneId.of(zone == null || zone.isBlank() ? "UTC" : zone);
            return LocalDateTime.parse(typed.strip()).atZone(where).toInstant();
        } catch (DateTimeException unreadable) {
            throw new Problem(
                    ProblemCode.INPUT_INVALID,
                    LocalizedMessage.of("instance.field." + field),
                    LocalizedMessage.of("suspension.invalid.time"));
        }
    }
}
