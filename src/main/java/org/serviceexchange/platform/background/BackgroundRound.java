package org.serviceexchange.platform.background;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is begun again and again, in a thread of its own: what takes long hinders nothing else, and nobody waits for it. A
 * round that fails is logged, and the next one begins as usual.
 */
public abstract class BackgroundRound implements AutoCloseable {

    private static final long A_MOMENT = TimeUnit.MILLISECONDS.toNanos(2);

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final String failure;
    private final ThreadPoolExecutor thread;

    /**
     * @param name of the thread
     * @param failure what the log says when a round fails
     */
    protected BackgroundRound(String name, String failure) {
        this.failure = failure;
        // While a round runs, one more waits to run; others would do nothing that this one does not do
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(1),
                task -> daemon(task, name),
                new ThreadPoolExecutor.DiscardPolicy());
        thread.allowCoreThreadTimeOut(true);
    }

    /** Begins a round in the background, unless one waits already. */
    public void start() {
        thread.execute(() -> {
            try {
                round();
            } catch (RuntimeException e) {
                log.warn(failure, e);
            }
        });
    }

    /** Waits until no round runs or waits to run. */
    public void awaitRest() {
        while (thread.getActiveCount() > 0 || !thread.getQueue().isEmpty()) {
            LockSupport.parkNanos(A_MOMENT);
        }
    }

    /** Does what is to be done at this moment; the thread is interrupted when the instance stops. */
    protected abstract void round();

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** A thread that does not keep the JVM alive. */
    protected static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
