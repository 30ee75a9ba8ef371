package org.serviceexchange.kmf.health;

import org.springframework.stereotype.Component;

/** Measures durations with a monotonic clock, unaffected by changes of the wall clock. */
@Component
class Stopwatch {

    /** Nanoseconds since an arbitrary origin; only differences are meaningful. */
    long nanos() {
        return System.nanoTime();
    }
}
