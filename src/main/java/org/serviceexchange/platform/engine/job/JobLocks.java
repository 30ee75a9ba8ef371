package org.serviceexchange.platform.engine.job;

import java.time.Duration;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Renews the locks of jobs that wait for an answer from outside. The lock of a job can therefore be short, so that what a
 * killed process had begun is soon taken up by another, and the answer may nevertheless take long.
 */
public final class JobLocks implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(JobLocks.class);

    private final Duration lock;
    private final Set<Held> held = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor clock;

    /** Renews locks that last so long. */
    @SuppressWarnings("FutureReturnValueIgnored") // it renews until it is destroyed
    public JobLocks(Duration lock) {
        this.lock = lock;
        this.clock = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "job-locks");
            thread.setDaemon(true);
            return thread;
        });
        long pause = lock.toMillis() / 3;
        clock.scheduleWithFixedDelay(this::renew, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** Renews the lock of a job until the result is closed. */
    Held hold(String job, CommandExecutor engine) {
        Held one = new Held(job, engine);
        held.add(one);
        return one;
    }

    /** Renews all locks that are held now. */
    void renew() {
        held.forEach(Held::renew);
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }

    /** A job whose lock is renewed. */
    final class Held implements AutoCloseable {

        private final String job;
        private final CommandExecutor engine;

        private Held(String job, CommandExecutor engine) {
            this.job = job;
            this.engine = engine;
        }

        @Override
        public void close() {
            release();
        }

        /** Returns only when no renewal is under way: the job's own transaction must find the row as it leaves it. */
        synchronized void release() {
            held.remove(this);
        }

        private synchronized void renew() {
            if (!held.contains(this)) {
                return;
            }
            try {
                engine.execute(renewal(job));
            } catch (RuntimeException changedMeanwhile) {
                LOG.debug("The lock of job {} was not renewed", job, changedMeanwhile);
            }
        }
    }

    /** A job that somebody executes by hand has no lock. */
    private Command<Boolean> renewal(String id) {
        return commands -> {
            JobEntity job = commands.getJobManager().findJobById(id);
            boolean ours = job != null
                    && Objects.equals(
                            job.getLockOwner(),
                            commands.getProcessEngineConfiguration()
                                    .getJobExecutor()
                                    .getLockOwner());
            if (ours) {
                job.setLockExpirationTime(
                        Date.from(ClockUtil.getCurrentTime().toInstant().plus(lock)));
            }
            return ours;
        };
    }
}
