package org.serviceexchange.connection.state;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The few threads in which peers are asked, so that nobody waits for a peer's answer. */
@Component
public class QuestionThreads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QuestionThreads.class);
    private static final int THREADS = 4;
    private static final int WAITING = 200;

    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(WAITING), work -> {
                Thread thread = new Thread(work, "peer-question");
                thread.setDaemon(true);
                return thread;
            });

    public QuestionThreads() {
        threads.allowCoreThreadTimeOut(true);
    }

    /** Runs the work; drops it, and answers false, if too much waits already, because all of it comes again. */
    boolean run(Runnable work) {
        try {
            threads.execute(() -> logged(work));
            return true;
        } catch (RejectedExecutionException busy) {
            LOG.debug("A question is left to the next round.");
            return false;
        }
    }

    /** Runs the work of this name unless it waits to run already; what comes while it runs makes it run once more. */
    void once(String name, Runnable work) {
        if (running.add(name)
                && !run(() -> {
                    running.remove(name);
                    work.run();
                })) {
            running.remove(name);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static void logged(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("Peers could not be asked; it is tried again.", e);
        }
    }
}
