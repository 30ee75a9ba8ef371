package org.serviceexchange.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs two actions concurrently. */
public final class AtOnce {

    private AtOnce() {}

    public static <T> List<T> twice(Callable<T> action) throws Exception {
        return both(action, action);
    }

    public static <T> List<T> both(Callable<T> one, Callable<T> other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier start = new CyclicBarrier(2);
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(List.of(together(start, one), together(start, other)))) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> Callable<T> together(CyclicBarrier start, Callable<T> action) {
        return () -> {
            start.await();
            return action.call();
        };
    }
}
