package org.serviceexchange.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Onboardings while an instance is killed right before or after a transaction or a message. Which transactions and messages there
 * are is not written here: a first onboarding lists them. Many onboardings are held, each at another point, and then one kill
 * interrupts all of them. {@code .ci/campaign} does so at all points, this test at some, drawn by a seed.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstanceFaultsIT {

    private static final long SEED = Long.getLong("service-exchange.campaign.seed", 1);
    private static final int KILLS = Integer.getInteger("service-exchange.campaign.kills", 2);
    /** Points at which onboardings are held until the next kill. */
    private static final int AT_ONCE = 8;
    /** After so many looks of everybody at everything nothing moves any more. */
    private static final int LOOKS = 8;
    /** How often the standstill is looked at if nobody looks at anything, because all wait for answers. */
    private static final int WITHOUT_LOOKS = 100;

    private static FaultySide provider;
    private static FaultySide consumer;
    private static Pair pair;
    private static ProviderAdmin admin;
    private static int names;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path folder = Folders.fresh("instance-faults");
        provider = new FaultySide("provider", folder);
        consumer = new FaultySide("consumer", folder);
        pair = Pair.start(folder, provider.settings(), consumer.settings());
        provider.is(pair.provider());
        consumer.is(pair.consumer());
        admin = new ProviderAdmin(pair.provider());
        admin.open("/camunda/app/tasklist/default/");
    }

    @AfterAll
    static void stop() throws IOException {
        pair.close();
    }

    @Test
    @Order(1)
    void onboardsEverybodyWhoeverIsKilledWhen() throws Exception {
        List<HoldPoint> left = points();
        int all = left.size();
        Random random = new Random(SEED);
        Collections.shuffle(left, random);
        try (Crowd crowd = new Crowd()) {
            for (int kill = 0; kill < KILLS && !left.isEmpty(); kill++) {
                List<HoldPoint> held = wave(crowd, left.subList(0, Math.min(AT_ONCE, left.size())), random.nextInt(3));
                assertThat(held).as("held at kill " + kill).isNotEmpty();
                left.removeAll(held);
                Collections.rotate(left, 1);
            }
            long well = System.nanoTime();
            crowd.awaitAll();
            System.out.printf(
                    "%d of %d points, %d onboardings, the last complete %d s after the last start%n",
                    all - left.size(),
                    all,
                    crowd.people().size(),
                    (System.nanoTime() - well) / 1_000_000_000);
        }
    }

    /** Every kind of transaction and message of one onboarding, before and after it. */
    private static List<HoldPoint> points() throws Exception {
        PersistentContact contact = person();
        List<String> providerBefore = provider.transactions();
        List<String> consumerBefore = consumer.transactions();
        try (Crowd crowd = new Crowd()) {
            crowd.add(contact);
            crowd.awaitAll();
        }
        List<HoldPoint> all = new ArrayList<>();
        addPoints(provider, providerBefore, all);
        addPoints(consumer, consumerBefore, all);
        System.out.println(all.size() + " points");
        all.forEach(System.out::println);
        return all;
    }

    private static void addPoints(FaultySide side, List<String> before, List<HoldPoint> all) throws IOException {
        List<String> transactions = new ArrayList<>(side.transactions());
        transactions.removeAll(before);
        for (String moment : List.of("before", "after")) {
            transactions.forEach(kind -> all.add(new HoldPoint(side, false, moment, kind)));
            side.instance().wire().messages().forEach(message -> all.add(new HoldPoint(side, true, moment, message)));
        }
    }

    /** Holds onboardings at these points while others are under way, kills one side or both, and starts it again; who was held. */
    private static List<HoldPoint> wave(Crowd crowd, List<HoldPoint> points, int whom) throws Exception {
        List<PersistentContact> fresh = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            fresh.add(person());
        }
        for (FaultySide side : List.of(provider, consumer)) {
            side.hold(points.stream().filter(point -> point.at() == side).toList());
        }
        fresh.forEach(crowd::add);
        awaitStandstill(crowd, points);
        List<HoldPoint> held = new ArrayList<>();
        for (HoldPoint point : points) {
            if (point.at().holds(point)) {
                held.add(point);
            }
        }
        List<FaultySide> victims = whom == 0 ? List.of(provider, consumer) : List.of(whom == 1 ? provider : consumer);
        System.out.printf(
                "Killed %s with %d under way, held at:%n%s%n",
                victims, crowd.left().size(), String.join("\n", held.stream().map(HoldPoint::toString).toList()));
        for (FaultySide side : victims) {
            side.instance().kill();
        }
        provider.release();
        consumer.release();
        for (FaultySide side : victims) {
            side.instance().launch();
        }
        victims.forEach(side -> side.instance().awaitHealthy());
        return held;
    }

    /** Until all points are reached, or nothing moves although everybody has looked often, or waits for an answer. */
    private static void awaitStandstill(Crowd crowd, List<HoldPoint> points) {
        List<String> before = new ArrayList<>();
        int[] still = {0, 0};
        Await.until("nothing moves", () -> {
            List<String> now = new ArrayList<>(crowd.seen());
            for (HoldPoint point : points) {
                now.add(point.at().holds(point) ? "held" : "");
            }
            if (!now.equals(before)) {
                before.clear();
                before.addAll(now);
                still[0] = crowd.looks() + LOOKS * crowd.left().size();
                still[1] = 0;
            }
            return Collections.frequency(now, "held") == points.size()
                    || crowd.looks() >= still[0]
                    || still[1]++ > WITHOUT_LOOKS;
        });
    }

    private static PersistentContact person() throws IOException, InterruptedException {
        return new PersistentContact(pair, admin, "fault" + names++);
    }
}
