package org.serviceexchange.rehearsal;

import java.time.Instant;
import java.util.List;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * Two weeks as they were lived through.
 *
 * @param happened everything that a person would notice, in order
 * @param missed what should have happened and did not, a sentence each
 */
public record PlayedDays(Instant from, List<Event> happened, List<LocalizedMessage> missed) {

    public PlayedDays {
        happened = List.copyOf(happened);
        missed = List.copyOf(missed);
    }

    /** Something that happened at a moment. */
    public record Event(Instant at, LocalizedMessage what) {}
}
