package org.serviceexchange.platform.engine.job;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * How many jobs may have a transaction at a time: half of the database connections that are left when one is set aside for
 * the search for due jobs and one for a page. Half, because a job of an earlier definition may take a second connection
 * while it has one; if more could, all might wait for a second one at the same time and none would get it.
 */
public final class ConnectionBudget {

    private static final int SET_ASIDE = 2;

    /** With fewer connections no job could run. */
    static final int SMALLEST_POOL = SET_ASIDE + 2;

    private final Semaphore jobs;

    /** Of a pool of this size; a {@code POOL_TOO_SMALL} problem if no job could run. */
    public ConnectionBudget(int pool) {
        if (pool < SMALLEST_POOL) {
            throw new Problem(ProblemCode.POOL_TOO_SMALL, pool, SMALLEST_POOL);
        }
        this.jobs = new Semaphore((pool - SET_ASIDE) / 2, true);
    }

    /** Does the work of a job that needs the database, when its turn has come. */
    <T> T within(Supplier<T> work) {
        jobs.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            jobs.release();
        }
    }
}
