package org.serviceexchange.provider.invitation;

import java.time.Instant;

/** When the contact is reminded of a link that nobody has used. */
public interface ReminderPlan {

    /** What to do. */
    enum Due {
        NOTHING,
        REMINDER,
        /** The last one, of which admins hear too: the link expires soon. */
        LAST_REMINDER
    }

    /**
     * What is due.
     *
     * @param moment the moment that is asked about
     * @param madeAt when the link was made
     * @param reminders how many reminders there were before
     */
    Due at(Instant moment, Instant madeAt, Instant expiresAt, long reminders);
}
