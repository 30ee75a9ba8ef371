package org.serviceexchange.platform.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records that were authenticated when they were written, and are examined part by part. */
public interface ProtectedRecords {

    /** The table, as in a {@link RecordFinding}. */
    String name();

    /**
     * Examines at most {@code limit} records in the order of their keys.
     *
     * @param after the key after which to begin; null: with the first record
     */
    Examined examine(@Nullable String after, int limit);

    /** Whether a record in which something was found is as it was written again. */
    boolean stands(RecordFinding found);

    /**
     * What was found in some records.
     *
     * @param last the key of the last one; null if no record follows
     */
    record Examined(@Nullable String last, int records, List<RecordFinding> findings) {

        public Examined {
            findings = List.copyOf(findings);
        }
    }
}
