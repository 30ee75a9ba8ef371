package org.serviceexchange.provider.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.serviceexchange.provider.registration.ProviderSettings;

/** Reminders at the times of the settings, which earlier versions had instead of the table {@code processes/reminders.dmn}. */
record RemindersOfSettings(List<Duration> reminders, Duration expiryNotice) implements ReminderPlan {

    private static final List<Duration> USUAL = List.of(Duration.ofDays(3), Duration.ofDays(7));
    private static final Duration USUAL_NOTICE = Duration.ofDays(2);

    static RemindersOfSettings of(ProviderSettings settings) {
        return new RemindersOfSettings(
                Objects.requireNonNullElse(settings.reminders(), USUAL),
                Objects.requireNonNullElse(settings.expiryNotice(), USUAL_NOTICE));
    }

    @Override
    public Due at(Instant moment, Instant madeAt, Instant expiresAt, long sent) {
        if (!moment.isBefore(expiresAt.minus(expiryNotice))) {
            return Due.LAST_REMINDER;
        }
        long due = reminders.stream()
                .filter(after -> !moment.isBefore(madeAt.plus(after)))
                .count();
        return sent < due ? Due.REMINDER : Due.NOTHING;
    }
}
