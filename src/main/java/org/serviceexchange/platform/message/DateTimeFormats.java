package org.serviceexchange.platform.message;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats times for people; scripts on pages convert them to the reader's time zone, everything else states UTC. */
public final class DateTimeFormats {

    private DateTimeFormats() {}

    /** Date and time, such as "7 December 2026, 13:34 UTC" or "7. Dezember 2026, 13:34 UTC". */
    public static String inWords(Instant time, Locale language) {
        return format(time, day(language) + ", HH:mm 'UTC'", language);
    }

    /** The date in UTC, such as "7 December 2026" or "7. Dezember 2026". */
    public static String dayInWords(Instant time, Locale language) {
        return format(time, day(language), language);
    }

    private static String day(Locale language) {
        return language.getLanguage().equals(Locale.GERMAN.getLanguage()) ? "d. MMMM uuuu" : "d MMMM uuuu";
    }

    private static String format(Instant time, String pattern, Locale language) {
        return DateTimeFormatter.ofPattern(pattern, language)
                .withZone(ZoneOffset.UTC)
                .format(time);
    }
}
