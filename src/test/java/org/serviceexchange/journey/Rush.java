package org.serviceexchange.journey;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many onboardings through one pair, a few at a time; companies and logins are prepared before the clock starts. */
final class Rush {

    private final Pair pair;
    private final ProviderAdmin admin;
    private final Meter provider;
    private final Meter consumer;
    private int done;

    Rush(Pair pair) throws IOException, InterruptedException {
        this.pair = pair;
        admin = new ProviderAdmin(pair.provider());
        provider = new Meter(pair.provider(), "provider.admin", "demo-provider-1");
        consumer = new Meter(pair.consumer(), "abel.tuter", "demo-consumer-1");
    }

    /** Onboards so many companies. */
    Spent run(int count, int parallel) throws Exception {
        List<Callable<Void>> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            PreparedOnboarding one = new PreparedOnboarding(pair, admin, "rush" + done++);
            people.add(() -> {
                one.run();
                return null;
            });
        }
        Cost providerBefore = provider.cost();
        Cost consumerBefore = consumer.cost();
        long providerCpu = pair.provider().cpuNanos();
        long consumerCpu = pair.consumer().cpuNanos();
        ExecutorService threads = Executors.newFixedThreadPool(parallel);
        try {
            for (Future<Void> each : threads.invokeAll(people)) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return new Spent(
                count,
                new Side(providerBefore, provider.cost(), pair.provider().cpuNanos() - providerCpu),
                new Side(consumerBefore, consumer.cost(), pair.consumer().cpuNanos() - consumerCpu));
    }

    /** Onboards so many companies, and goes on when one fails. */
    Soaked soak(int count, int parallel) throws IOException, InterruptedException {
        List<PreparedOnboarding> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(new PreparedOnboarding(pair, admin, "rush" + done++));
        }
        List<Duration> times = new CopyOnWriteArrayList<>();
        List<String> failed = new CopyOnWriteArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(parallel);
        people.forEach(one -> threads.execute(() -> {
            long begin = System.nanoTime();
            try {
                one.run();
                times.add(Duration.ofNanos(System.nanoTime() - begin));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException | RuntimeException | AssertionError e) {
                failed.add(e.toString());
            }
        }));
        threads.shutdown();
        Await.until("all have ended", Await.PATIENCE.multipliedBy(count), threads::isTerminated);
        return new Soaked(times, failed);
    }

    /** How long the complete ones took, and why the others failed. */
    record Soaked(List<Duration> times, List<String> failed) {}

    int done() {
        return done;
    }

    /** Used heap of both after a garbage collection, as text. */
    String heap() throws IOException, InterruptedException {
        return "provider %d MB, consumer %d MB".formatted(provider.heap(), consumer.heap());
    }

    /** What one side spent, its pages included. */
    record Side(Cost before, Cost after, long cpuNanos) {}

    /** What a number of onboardings took. */
    record Spent(int count, Side provider, Side consumer) {

        double perSecond() {
            return count / ((provider.after().nanoTime() - provider.before().nanoTime()) / 1e9);
        }

        /** Statements, transactions, CPU seconds and bytes of one onboarding, for both sides. */
        List<Double> costs() {
            List<Double> costs = new ArrayList<>();
            for (Side side : List.of(provider, consumer)) {
                Wire.Traffic traffic = side.after().asked().since(side.before().asked());
                costs.add((double) (side.after().statements() - side.before().statements()) / count);
                costs.add((double) (side.after().transactions() - side.before().transactions()) / count);
                costs.add(side.cpuNanos() / 1e9 / count);
                costs.add((double) (traffic.sent() + traffic.received()) / count);
            }
            return costs;
        }
    }
}
