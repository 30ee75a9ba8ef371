package org.serviceexchange.platform.problem;

import java.time.Duration;

/** An exception that says as data what is wrong, so that it can be kept and read in any language. */
public interface ExplainedFailure {

    /** The code and its arguments. */
    Finding finding();

    /** Whether it may pass by itself, so that the same is tried again for as long as it makes sense. */
    default boolean mayPass() {
        return finding().code().retry();
    }

    /** How long to wait at least before the same is tried again. */
    default Duration pause() {
        return Duration.ZERO;
    }
}
