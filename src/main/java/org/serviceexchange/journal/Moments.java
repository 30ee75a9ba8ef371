package org.serviceexchange.journal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as people read them in the journal and in e-mails. */
public final class Moments {

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Moments() {}

    /** Such as "7 December 2026, 13:34 UTC". */
    public static String inWords(Instant moment) {
        return WORDS.format(moment);
    }
}
