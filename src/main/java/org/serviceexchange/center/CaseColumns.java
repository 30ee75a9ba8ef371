package org.serviceexchange.center;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.store.Row;

/** The columns that every table of cases has besides those of its feature. */
public final class CaseColumns {

    private CaseColumns() {}

    /**
     * Adds them to a row that is about to be written.
     *
     * @param due when something expires in the case; none if nothing does
     * @param now since when it is pending on somebody, if that changes
     */
    public static void add(
            Row row, PendingOn pendingOn, boolean ended, boolean failed, @Nullable Instant due, Instant now) {
        row.set("turn", pendingOn)
                .compute("turn_since", ":now", "case when turn = :turn then turn_since else :now end")
                .parameter("now", now)
                .set("ended", ended)
                .set("failed", failed)
                .set("due_at", CaseTables.due(due));
    }
}
