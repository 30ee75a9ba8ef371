package org.serviceexchange.protocol.wire;

import java.time.Duration;
import java.time.Instant;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** Limits the difference between the clocks of two instances to 10 s. */
public final class Clocks {

    static final Duration TOLERATED = Duration.ofSeconds(10);

    private Clocks() {}

    /** Throws a {@code CLOCKS_DIFFER} problem that names both times if they are more than 10 s apart. */
    public static void requireClose(Instant here, Instant there) {
        if (Duration.between(here, there).abs().compareTo(TOLERATED) > 0) {
            throw new Problem(ProblemCode.CLOCKS_DIFFER, here.toString(), there.toString());
        }
    }
}
