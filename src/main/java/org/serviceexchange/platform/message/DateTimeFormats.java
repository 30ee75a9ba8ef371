package org.serviceexchange.platform.message;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as people read them; pages turn them into the reader's own time zone by script, everything else says UTC. */
public final class DateTimeFormats {

    private DateTimeFormats() {}

    /** Such as "7 December 2026, 13:34 UTC" or "7. Dezember 2026, 13:34 UTC". */
    public static String inWords(Instant moment, Locale language) {
        return format(moment, day(language) + ", HH:mm 'UTC'", language);
    }

    /** The day in UTC, such as "7 December 2026" or "7. Dezember 2026". */
    public static String dayInWords(Instant moment, Locale language) {
        return format(moment, day(language), language);
    }

    private static String day(Locale language) {
        return language.getLanguage().equals(Locale.GERMAN.getLanguage()) ? "d. MMMM uuuu" : "d MMMM uuuu";
    }

    private static String format(Instant moment, String pattern, Locale language) {
        return DateTimeFormatter.ofPattern(pattern, language)
                .withZone(ZoneOffset.UTC)
                .format(moment);
    }
}
