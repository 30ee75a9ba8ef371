package org.serviceexchange.connection.suspension;

import java.time.Duration;
import java.time.Instant;
import org.serviceexchange.protocol.wire.MessageFields;

/**
 * What one side says about a time in which a live connection rests.
 *
 * @param from when it begins
 * @param until when it ends by itself
 * @param reason one line, which the people of both sides read
 */
public record Suspension(Kind kind, Instant from, Instant until, String reason) {

    /** The connection does not rest. */
    public static final Suspension NONE = new Suspension(Kind.NONE, Instant.EPOCH, Instant.EPOCH, "");

    /** As many characters as a line of a card shows well. */
    public static final int LONGEST_REASON = 200;

    /** No side can let a connection rest for longer without saying so again. */
    public static final Duration LONGEST = Duration.ofDays(366);

    public Suspension {
        if (kind == Kind.NONE) {
            MessageFields.require(
                    from.equals(Instant.EPOCH) && until.equals(Instant.EPOCH) && reason.isEmpty(),
                    "suspendedFrom, suspendedUntil and suspensionReason must be empty without a suspension");
        } else {
            MessageFields.require(from.isBefore(until), "suspendedFrom must be before suspendedUntil");
            MessageFields.text("suspensionReason", reason);
            MessageFields.require(
                    reason.codePointCount(0, reason.length()) <= LONGEST_REASON,
                    "suspensionReason must have 200 characters or less");
        }
    }

    /** Why a connection rests. */
    public enum Kind {
        /** It does not. */
        NONE,
        /** A person decided so. */
        SUSPENDED,
        /** One of the two instances is being worked on, as was announced. */
        MAINTENANCE
    }

    /** Whether it has an effect at this time. */
    public boolean inForce(Instant now) {
        return !now.isBefore(from) && pending(now);
    }

    /** Whether it has, or will have, an effect. */
    public boolean pending(Instant now) {
        return now.isBefore(until);
    }

    /** What is left of it to tell at this time: nothing once it is over. */
    public Suspension at(Instant now) {
        return pending(now) ? this : NONE;
    }

    /** The same, which a person of its side ends now. */
    Suspension lifted(Instant now) {
        return new Suspension(kind, from.isBefore(now) ? from : now.minusMillis(1), now, reason);
    }
}
