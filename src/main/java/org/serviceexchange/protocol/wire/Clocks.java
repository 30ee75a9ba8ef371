package org.serviceexchange.protocol.wire;

import java.time.Duration;
import java.time.Instant;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** How far the clocks of two instances may differ. */
public final class Clocks {

    static final Duration TOLERATED = Duration.ofSeconds(10);

    private Clocks() {}

    /** A {@code CLOCKS_DIFFER} problem that names both times, unless they are at most 10 s apart. */
    public static void requireClose(Instant here, Instant there) {
        if (Duration.between(here, there).abs().compareTo(TOLERATED) > 0) {
            throw new Problem(ProblemCode.CLOCKS_DIFFER, here.toString(), there.toString());
        }
    }
}
