package org.serviceexchange.connection.announcement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Finding;

/**
 * What one peer is told.
 *
 * @param record number by which the feature knows the peer: of its record, or of its connection
 * @param before what the peer knows until then; empty where that is not kept
 * @param announced what it is told
 * @param due when it is told next; null if it knows, or was given up on
 * @param tries how often it was told in vain
 * @param failure why it does not know it yet; null before the first try
 * @param knownAt when it has adopted what it was told
 * @param givenUpBy who gave up on it
 */
public record Announcement(
        String record,
        String before,
        String announced,
        @Nullable Instant due,
        int tries,
        @Nullable Finding failure,
        @Nullable Instant knownAt,
        @Nullable String givenUpBy) {

    /** The announcement of something else. */
    public Announcement instead(String other) {
        return new Announcement(record, before, other, due, tries, failure, knownAt, givenUpBy);
    }
}
