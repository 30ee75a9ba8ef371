package org.serviceexchange.connection.suspension;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.suspension.Suspension.Kind;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.InputValidation;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * What a person says when a connection is to rest.
 *
 * @param from null for now, as is what has passed; a suspension always begins now
 * @param until null for the length that is set for suspensions; maintenance has to name its end
 */
public record SuspensionOrder(
        Kind kind, @Nullable Instant from, @Nullable Instant until, String reason) {

    /** Invisible characters, which would be refused by the other side. */
    private static final String INVISIBLE = "[\\p{Cf}\\p{Cn}\\p{Cs}&&[^\\uD800-\\uDFFF]]";

    /** The suspension that follows; an {@code INPUT_INVALID} problem that names the field otherwise. */
    Suspension checked(Instant now, SuspensionSettings settings) {
        String why = InputValidation.line("reason", reason.replaceAll(INVISIBLE, ""), Suspension.LONGEST_REASON);
        Instant begins = from == null || from.isBefore(now) || kind == Kind.SUSPENDED ? now : whole(from);
        Instant ends = until == null ? defaultEnd(now, settings.length()) : whole(until);
        if (!ends.isAfter(now)) {
            throw invalid("until", LocalizedMessage.of("suspension.invalid.past"));
        }
        if (!ends.isAfter(begins)) {
            throw invalid("until", LocalizedMessage.of("suspension.invalid.order"));
        }
        if (ends.isAfter(now.plus(settings.longest()))) {
            throw invalid("until", LocalizedMessage.of("suspension.invalid.tooLong", now.plus(settings.longest())));
        }
        return new Suspension(kind, begins, ends, why);
    }

    private Instant defaultEnd(Instant now, Duration length) {
        if (kind == Kind.MAINTENANCE) {
            throw invalid("until", LocalizedMessage.of("instance.invalid.empty"));
        }
        return now.plus(length);
    }

    private static Instant whole(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    private static Problem invalid(String field, LocalizedMessage reason) {
        return new Problem(ProblemCode.INPUT_INVALID, LocalizedMessage.of("instance.field." + field), reason);
    }
}
