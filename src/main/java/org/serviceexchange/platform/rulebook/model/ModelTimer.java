package org.serviceexchange.platform.rulebook.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;

/** Durations as the engine reads them, such as {@code P2D} or {@code R/PT6H}. */
public final class ModelTimer {

    private static final Pattern CYCLE = Pattern.compile("R(\\d*)/(P.*)");

    /** Months and years count from here. */
    private static final GregorianCalendar START = GregorianCalendar.from(Instant.EPOCH.atZone(ZoneOffset.UTC));

    private static final DatatypeFactory FACTORY = factory();

    private ModelTimer() {}

    /** How long it takes; empty if the text is no duration. */
    public static Optional<Duration> duration(String text) {
        try {
            return Optional.of(
                    Duration.ofMillis(FACTORY.newDuration(text.strip()).getTimeInMillis(START)));
        } catch (IllegalArgumentException noDuration) {
            return Optional.empty();
        }
    }

    /** The pause between two times; empty if the text is no cycle. */
    public static Optional<Duration> cycle(String text) {
        Matcher cycle = CYCLE.matcher(text.strip());
        return cycle.matches() ? duration(cycle.group(2)) : Optional.empty();
    }

    private static DatatypeFactory factory() {
        try {
            return DatatypeFactory.newInstance();
        } catch (DatatypeConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
