package org.serviceexchange.checker.model;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * When a timer fires.
 *
 * @param text as it is drawn, such as {@code P14D} or {@code ${linkExpiresAt}}
 * @param length the time it waits, if it is drawn as a number; null if a variable says it
 */
public record DrawnTimer(String text, @Nullable Duration length) {

    static DrawnTimer of(String text) {
        String last = text.substring(text.lastIndexOf('/') + 1).strip();
        try {
            return new DrawnTimer(text, duration(last));
        } catch (DateTimeParseException elsewhere) {
            return new DrawnTimer(text, null);
        }
    }

    /** ISO 8601 with years, months and weeks, each as long as it is at most. */
    private static Duration duration(String text) {
        int time = text.indexOf('T');
        String days = time < 0 ? text : text.substring(0, time);
        Duration hours = time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time));
        if (days.equals("P")) {
            return hours;
        }
        var period = java.time.Period.parse(days);
        return hours.plusDays(period.getYears() * 366L + period.getMonths() * 31L + period.getDays());
    }

    /** Whether it fires as soon as it is reached. */
    public boolean immediate() {
        return length != null && (length.isZero() || length.isNegative());
    }
}
