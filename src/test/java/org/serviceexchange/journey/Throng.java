package org.serviceexchange.journey;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.serviceexchange.journey.PersistentContact.Start;

/** People who onboard one company after the other, and repeat what failed, whatever happens to the instances, until it is enough. */
final class Throng implements AutoCloseable {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final int LONGEST_REASON = 300;
    private static final long PATIENCE_NANOS = Await.PATIENCE.toNanos();

    private final Pair pair;
    private final ProviderAdmin admin;
    private final Start start;
    private final List<Onboarding> ended = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger names = new AtomicInteger();
    private final ExecutorService threads;
    private volatile boolean enough;

    /** An onboarding that is over: complete on both sides, or given up. */
    record Onboarding(String story, boolean complete, Duration took) {}

    /** So many people begin. */
    Throng(Pair pair, ProviderAdmin admin, int people, Start start) throws IOException, InterruptedException {
        this.pair = pair;
        this.admin = admin;
        this.start = start;
        admin.open(TASKLIST);
        threads = Executors.newFixedThreadPool(people);
        for (int i = 0; i < people; i++) {
            threads.execute(this::work);
        }
    }

    int over() {
        return ended.size();
    }

    /** Waits until so many more are over. */
    void awaitMore(int number) {
        int all = over() + number;
        Await.until(all + " onboardings are over", Await.PATIENCE.multipliedBy(4), () -> over() >= all);
    }

    /** Everybody ends what they began; all onboardings, the longest first. */
    List<Onboarding> end() {
        enough = true;
        threads.shutdown();
        Await.until("all are over", Await.PATIENCE.multipliedBy(4), threads::isTerminated);
        return ended.stream()
                .sorted(Comparator.comparing(Onboarding::took).reversed())
                .toList();
    }

    /** What failed, as people saw it, and was repeated. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    private void work() {
        while (!enough) {
            PersistentContact one = arrive();
            long begin = System.nanoTime();
            boolean complete = false;
            while (!complete && System.nanoTime() - begin < PATIENCE_NANOS) {
                complete = goOn(one);
            }
            ended.add(new Onboarding(one.toString(), complete, Duration.ofNanos(System.nanoTime() - begin)));
        }
    }

    /** A company with its contact, under another name if that fails, because half of it may exist then. */
    private PersistentContact arrive() {
        while (true) {
            String name = "throng" + names.incrementAndGet();
            try {
                return new PersistentContact(pair, admin, name);
            } catch (InterruptedException e) {
                throw interrupted(e);
            } catch (IOException | RuntimeException | AssertionError e) {
                failed(name, e);
                adminLogsIn();
            }
        }
    }

    /** A page that is not what was expected is a failure like a request without an answer. */
    private boolean goOn(PersistentContact one) {
        try {
            if (!one.hasBegun()) {
                one.begin(start);
            }
            boolean complete = one.goOn();
            if (!complete) {
                Await.pause();
            }
            return complete;
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (IOException | RuntimeException | AssertionError e) {
            failed(one.toString(), e);
            contactLogsIn(one);
            adminLogsIn();
            return false;
        }
    }

    /** A session may be over: a node may have kept it in its memory. If this fails, the next attempt does too. */
    private void contactLogsIn(PersistentContact one) {
        try {
            one.logIn();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (IOException | RuntimeException | AssertionError e) {
            failed(one.toString(), e);
        }
    }

    private void adminLogsIn() {
        try {
            admin.logIn();
            admin.open(TASKLIST);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (IOException | RuntimeException | AssertionError e) {
            failed("The admin", e);
        }
        Await.pause();
    }

    private void failed(String who, Throwable reason) {
        String why = who + ": " + reason;
        failures.add(why.substring(0, Math.min(why.length(), LONGEST_REASON)));
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
