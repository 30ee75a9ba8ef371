package org.serviceexchange.journey;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.serviceexchange.journey.PersistentContact.Start;

/** People who onboard one company after the other, and repeat what failed, whatever happens to the instances meanwhile. */
final class Throng implements AutoCloseable {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final long PATIENCE_NANOS = Await.PATIENCE.toNanos();

    private final Queue<PersistentContact> waiting = new ConcurrentLinkedQueue<>();
    private final List<Onboarding> ended = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final List<String> reasons = new CopyOnWriteArrayList<>();
    private final ProviderAdmin admin;
    private final int count;
    private final ExecutorService threads;

    /** An onboarding that is over: complete on both sides, or given up. */
    record Onboarding(String story, boolean complete, Duration took) {}

    private Throng(ProviderAdmin admin, int count, int people) {
        this.admin = admin;
        this.count = count;
        threads = Executors.newFixedThreadPool(people);
    }

    /** Creates the companies and logs their contacts in, while nothing happens yet, and begins. */
    static Throng begin(Pair pair, ProviderAdmin admin, int count, int people, Start start)
            throws IOException, InterruptedException {
        Throng throng = new Throng(admin, count, people);
        admin.open(TASKLIST);
        for (int i = 0; i < count; i++) {
            throng.waiting.add(new PersistentContact(pair, admin, "throng" + i));
        }
        for (int i = 0; i < people; i++) {
            throng.threads.execute(() -> throng.work(start));
        }
        return throng;
    }

    int over() {
        return ended.size();
    }

    boolean isOver() {
        return over() == count;
    }

    void awaitOver(int number) {
        Await.until(number + " onboardings are over", Await.PATIENCE.multipliedBy(4), () -> over() >= number);
    }

    /** All of them, in the order in which they ended. */
    List<Onboarding> onboardings() {
        awaitOver(count);
        return List.copyOf(ended);
    }

    /** How many requests of people failed, and were repeated. */
    int failures() {
        return failures.get();
    }

    /** Why requests failed, as people saw it. */
    List<String> reasons() {
        return List.copyOf(reasons);
    }

    private void work(Start start) {
        for (PersistentContact one = waiting.poll(); one != null; one = waiting.poll()) {
            long begin = System.nanoTime();
            boolean complete = false;
            while (!complete && System.nanoTime() - begin < PATIENCE_NANOS) {
                complete = goOn(one, start);
                Await.pause();
            }
            ended.add(new Onboarding(one.toString(), complete, Duration.ofNanos(System.nanoTime() - begin)));
        }
    }

    /** A page that is not what was expected is a failure like a request without an answer. */
    private boolean goOn(PersistentContact one, Start start) {
        try {
            if (!one.hasBegun()) {
                one.begin(start);
            }
            return one.goOn();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException | RuntimeException | AssertionError e) {
            failures.incrementAndGet();
            String why = one + ": " + e;
            reasons.add(why.substring(0, Math.min(why.length(), 400)));
            logInAgain(one);
            return false;
        }
    }

    /** A session may be over: a node may have kept it in its memory. If this fails, the next attempt does too. */
    private void logInAgain(PersistentContact one) {
        try {
            one.logIn();
            admin.logIn();
            admin.open(TASKLIST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException | RuntimeException | AssertionError e) {
            failures.incrementAndGet();
        }
    }

    /** The longest first. */
    static List<Duration> longest(List<Onboarding> onboardings) {
        List<Duration> times = new ArrayList<>(
                onboardings.stream().map(Onboarding::took).sorted().toList());
        Collections.reverse(times);
        return times;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
