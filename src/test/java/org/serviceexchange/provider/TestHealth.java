package org.serviceexchange.provider;

import java.time.Instant;
import java.util.List;
import org.serviceexchange.kmf.Health;
import org.serviceexchange.kmf.HealthReport;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** Health set by a test. */
public final class TestHealth implements KmfHealth {

    public volatile boolean operational = true;

    @Override
    public HealthReport report() {
        return new HealthReport(operational ? Health.OPERATIONAL : Health.DEGRADED, List.of(), Instant.EPOCH);
    }

    @Override
    public HealthReport runAgain() {
        return report();
    }

    @Override
    public void requireOperational() {
        if (!operational) {
            throw new Problem(ProblemCode.KMF_NOT_OPERATIONAL, "IKEK");
        }
    }
}
