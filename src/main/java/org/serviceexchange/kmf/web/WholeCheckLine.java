package org.serviceexchange.kmf.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.kmf.health.WholeCheck;

/**
 * The check of all keys as the page shows it.
 *
 * @param runningSince null while no check is in progress
 * @param total of how many keys {@code examined} were examined so far; at least 1, as the bar of the page needs it
 * @param last the result of the last check; null before the first has ended
 */
record WholeCheckLine(
        @Nullable Instant runningSince, long examined, long total, WholeCheck.@Nullable Result last, String lastStyle) {

    static WholeCheckLine of(WholeCheck check) {
        WholeCheck.Result last = check.last();
        return new WholeCheckLine(
                check.startedAt(),
                check.examined(),
                Math.max(1, check.total()),
                last,
                last == null || last.found() == 0 ? "state-ok" : "state-bad");
    }
}
