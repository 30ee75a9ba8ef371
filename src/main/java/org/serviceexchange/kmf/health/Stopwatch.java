package org.serviceexchange.kmf.health;

import org.springframework.stereotype.Component;

/** Measures how long something takes, whatever the clock does meanwhile. */
@Component
class Stopwatch {

    /** Nanoseconds since some moment of this process; only differences mean something. */
    long nanos() {
        return System.nanoTime();
    }
}
