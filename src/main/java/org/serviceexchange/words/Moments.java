package org.serviceexchange.words;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as people read them; pages turn them into the reader's own time zone by script, everything else says UTC. */
public final class Moments {

    private Moments() {}

    /** Such as "7 December 2026, 13:34 UTC" or "7. Dezember 2026, 13:34 UTC". */
    public static String inWords(Instant moment, Locale language) {
        String day = language.getLanguage().equals(Locale.GERMAN.getLanguage()) ? "d. MMMM uuuu" : "d MMMM uuuu";
        return DateTimeFormatter.ofPattern(day + ", HH:mm 'UTC'", language)
                .withZone(ZoneOffset.UTC)
                .format(moment);
    }
}
