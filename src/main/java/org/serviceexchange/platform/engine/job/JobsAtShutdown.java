package org.serviceexchange.platform.engine.job;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Ends the work of the job executor when the instance stops. At once no further jobs are taken, and those that wait behind a
 * running one are given back without a lock, so that another node, or the next start, need not wait for the lock's end. Running
 * jobs have time to end; they are never interrupted, because an interrupted call would count as a failed one. What still runs
 * when the time is over is rolled back when the database closes.
 */
@Component
class JobsAtShutdown implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobsAtShutdown.class);

    /** After the web server, which stops within the 2,048 phases above: requests may need the threads. */
    private static final int AFTER_REQUESTS = SmartLifecycle.DEFAULT_PHASE - 4096;

    private final JobExecutor jobs;
    private final ThreadPoolTaskExecutor threads;
    private final ApplicationContext context;
    private final Duration patience;
    private volatile boolean running;

    JobsAtShutdown(
            JobExecutor jobs,
            @Qualifier("camundaTaskExecutor") TaskExecutor threads,
            ApplicationContext context,
            @Value("${spring.lifecycle.timeout-per-shutdown-phase}") Duration patience) {
        this.jobs = jobs;
        this.threads = (ThreadPoolTaskExecutor) threads;
        this.context = context;
        this.patience = patience;
        this.threads.setAcceptTasksAfterContextClose(true);
        this.threads.setWaitForTasksToCompleteOnShutdown(true);
    }

    /** Before anything is stopped that a job may need. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE + 10)
    void takeNoMore(ContextClosedEvent closing) {
        if (closing.getApplicationContext() == context) {
            jobs.shutdown();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        threads.initiateShutdown();
        try {
            if (!threads.getThreadPoolExecutor().awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn(
                        "{} steps of processes did not end within {} and are rolled back",
                        threads.getActiveCount(),
                        patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return AFTER_REQUESTS;
    }
}
