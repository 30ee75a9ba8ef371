package org.serviceexchange.journey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Contacts who go on at the same time, whatever the instances do meanwhile, until each of them is connected. */
final class Crowd implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<PersistentContact> people = new ArrayList<>();
    private final List<Future<?>> under = new ArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();

    void add(PersistentContact one) {
        people.add(one);
        under.add(threads.submit(() -> goOn(one)));
    }

    /** Those who are not connected yet. */
    List<PersistentContact> left() {
        List<PersistentContact> left = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            if (!under.get(i).isDone()) {
                left.add(people.get(i));
            }
        }
        return left;
    }

    /** Waits until everybody is connected, or says where the others stand. */
    void awaitAll() {
        try {
            Await.until("everybody is connected", () -> left().isEmpty());
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + this, e);
        }
    }

    List<PersistentContact> people() {
        return people;
    }

    /** Where each of them stood when he looked last. */
    List<String> seen() {
        return people.stream().map(PersistentContact::seen).toList();
    }

    /** How often somebody has looked. */
    int looks() {
        return looks.get();
    }

    private void goOn(PersistentContact one) {
        while (!Thread.currentThread().isInterrupted()) {
            if (connected(one)) {
                return;
            }
            Await.pause();
        }
    }

    /** Looks once; what cannot be opened or is not as usual is looked at again. */
    private boolean connected(PersistentContact one) {
        try {
            looks.incrementAndGet();
            return one.goOn();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | AssertionError | RuntimeException e) {
            one.met(e);
        }
        return false;
    }

    @Override
    public String toString() {
        return left().toString();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
