package org.serviceexchange.deploy;

import java.time.Duration;

/** How long an instance may take to stop. */
final class Stopping {

    /** H2 makes its file small for up to ten seconds, and beans are destroyed. */
    private static final Duration CLOSING = Duration.ofSeconds(15);

    private Stopping() {}

    /** First the notice, then requests, then steps of processes, then the database. */
    static Duration longest(Duration notice, Duration phase) {
        return notice.plus(phase).plus(phase).plus(CLOSING);
    }
}
