package org.serviceexchange.platform.store;

import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * A record that is not as this application wrote it.
 *
 * @param key of the record; empty if the finding is about the whole table
 */
public record RecordFinding(String table, String key, What what) {

    /** What was done to the record. */
    public enum What {
        /** A column has another value, an older copy was put back, or the record has no proof. */
        ALTERED,
        /** Another program wrote the record, which counts for nothing. */
        ADDED,
        /** The record is gone. */
        REMOVED,
        /** There are more or fewer records than this application wrote, or their number is not authenticated. */
        NUMBER
    }

    /** Such as "contact abel.tuter (altered)". */
    public LocalizedMessage inWords() {
        return LocalizedMessage.of("instance.record." + what, table, key);
    }
}
