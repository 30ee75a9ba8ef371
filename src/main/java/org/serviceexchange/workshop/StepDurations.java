package org.serviceexchange.workshop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long cases stayed at the steps of a process. */
public interface StepDurations {

    /** Of all stays that ended since then, on whatever version; with one statement. */
    List<Stays> since(String key, Instant since);

    /**
     * The stays at one element.
     *
     * @param element its id
     * @param count how many stays
     * @param median half of them were shorter
     * @param ninetieth nine of ten were shorter
     * @param total all together
     */
    record Stays(String element, long count, Duration median, Duration ninetieth, Duration total) {}
}
