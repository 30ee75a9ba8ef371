package org.serviceexchange.platform.message;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
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

    /** As the language writes it; English without a country would be American, with the month first. */
    private static String day(Locale language) {
        Locale writer = language.equals(Languages.DEFAULT) ? Locale.UK : language;
        return DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.LONG, null, IsoChronology.INSTANCE, writer);
    }

    private static String format(Instant time, String pattern, Locale language) {
        return DateTimeFormatter.ofPattern(pattern, language)
                .withZone(ZoneOffset.UTC)
                .format(time);
    }
}
