package org.serviceexchange.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Onboardings over a network that drops, delays, duplicates, cuts and alters messages, and answers in place of the instances.
 * Soon after the network is well, every one of them is complete on both sides. {@code .ci/campaign} runs many more.
 */
class NetworkFaultsIT {

    private static final long SEED = Long.getLong("service-exchange.campaign.seed", 1);
    private static final int SEEDS = Integer.getInteger("service-exchange.campaign.seeds", 1);
    /** Onboardings at the same time, for one seed. */
    private static final int AT_ONCE = Integer.getInteger("service-exchange.campaign.at-once", 12);
    /** The share of requests to which something happens. */
    private static final double SHARE = 0.4;

    private static final long TROUBLE_NANOS = Duration.ofSeconds(Long.getLong("service-exchange.campaign.trouble", 20))
            .toNanos();

    private static Pair pair;
    private static ProviderAdmin admin;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        pair = Pair.start(Folders.fresh("network-faults"));
        admin = new ProviderAdmin(pair.provider());
        admin.open("/camunda/app/tasklist/default/");
    }

    @AfterAll
    static void stop() throws IOException {
        if (pair != null) {
            pair.close();
        }
    }

    @Test
    void onboardsEverybodyOnceTheNetworkIsWell() throws Exception {
        Map<NetworkFault, Integer> all = new EnumMap<>(NetworkFault.class);
        List<String> acts = new ArrayList<>();
        List<URI> links = new ArrayList<>();
        for (long seed = SEED; seed < SEED + SEEDS; seed++) {
            NetworkFaults towardsProvider = new NetworkFaults(seed, SHARE);
            NetworkFaults towardsConsumer = new NetworkFaults(~seed, SHARE);
            List<PersistentContact> people = people(seed);
            pair.provider().wire().faults(towardsProvider);
            pair.consumer().wire().faults(towardsConsumer);
            long begun = System.nanoTime();
            together(people, () -> System.nanoTime() - begun > TROUBLE_NANOS);
            towardsProvider.end();
            towardsConsumer.end();
            long well = System.nanoTime();
            List<PersistentContact> left = together(people, () -> System.nanoTime() - well > Await.PATIENCE.toNanos());
            System.out.printf(
                    "Seed %d: %d onboardings, all after %d s of trouble and %d s without%n",
                    seed, people.size(), (well - begun) / 1_000_000_000, (System.nanoTime() - well) / 1_000_000_000);
            assertThat(left).as("seed " + seed).isEmpty();
            towardsProvider.drawn().forEach((fault, times) -> all.merge(fault, times, Integer::sum));
            towardsConsumer.drawn().forEach((fault, times) -> all.merge(fault, times, Integer::sum));
            people.forEach(one -> acts.addAll(one.acts()));
            people.forEach(one -> links.add(one.link()));
        }
        Set<String> secrets = new TreeSet<>();
        for (URI link : links) {
            secrets.addAll(Secrets.of(link, pair));
        }
        stop();
        for (Instance side : List.of(pair.provider(), pair.consumer())) {
            assertThat(Residue.in(side.home())).isEmpty();
            assertThat(Secrets.found(secrets, side.home())).isEmpty();
        }
        System.out.println("Faults: " + all + "; acts of people: " + acts.size());
        assertThat(all).as("every fault happened").hasSize(NetworkFault.values().length);
    }

    private static List<PersistentContact> people(long seed) throws IOException, InterruptedException {
        List<PersistentContact> people = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            PersistentContact one = new PersistentContact(pair, admin, "trouble" + seed + "x" + i);
            people.add(one);
        }
        return people;
    }

    /** Lets all of them go on at the same time, until they are connected or it is over; who is left. */
    private static List<PersistentContact> together(List<PersistentContact> people, Callable<Boolean> over)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(people.size());
        try {
            List<Future<Boolean>> ended = new ArrayList<>();
            for (PersistentContact one : people) {
                ended.add(threads.submit(() -> goOn(one, over)));
            }
            List<PersistentContact> left = new ArrayList<>();
            for (int i = 0; i < people.size(); i++) {
                if (!ended.get(i).get()) {
                    left.add(people.get(i));
                }
            }
            return left;
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean goOn(PersistentContact one, Callable<Boolean> over) throws Exception {
        if (one.number().isEmpty()) {
            one.begin();
        }
        while (!one.goOn()) {
            if (over.call()) {
                return false;
            }
            Await.pause();
        }
        return true;
    }
}
