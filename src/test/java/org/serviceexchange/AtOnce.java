package org.serviceexchange;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does one thing with several threads, which begin at the same moment. */
public final class AtOnce {

    private static final int THREADS = 6;

    private AtOnce() {}

    /** What the threads threw; as many successes as there are fewer failures than threads. */
    public static List<Throwable> failures(Callable<?> work) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(THREADS);
        var begin = new CyclicBarrier(THREADS);
        try {
            List<Future<?>> results = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                results.add(threads.submit(() -> {
                    begin.await();
                    return work.call();
                }));
            }
            List<Throwable> failures = new ArrayList<>();
            for (Future<?> result : results) {
                try {
                    result.get();
                } catch (ExecutionException e) {
                    failures.add(e.getCause());
                }
            }
            return failures;
        } finally {
            threads.shutdownNow();
        }
    }

    /** How many of the threads fail if only one can succeed. */
    public static int allButOne() {
        return THREADS - 1;
    }
}
