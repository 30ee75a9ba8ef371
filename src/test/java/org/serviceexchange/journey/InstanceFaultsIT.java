package org.serviceexchange.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceexchange.journey.driver.DatabaseTrouble.FULL;
import static org.serviceexchange.journey.driver.DatabaseTrouble.GONE;
import static org.serviceexchange.journey.driver.DatabaseTrouble.NONE;
import static org.serviceexchange.journey.driver.DatabaseTrouble.READ_ONLY;
import static org.serviceexchange.journey.driver.DatabaseTrouble.SLOW;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.serviceexchange.journey.driver.DatabaseTrouble;

/**
 * Onboardings while an instance is killed right before or after a transaction or a message. Which transactions and messages there
 * are is not written here: a first onboarding lists them. Many onboardings are held, each at another point, and then one kill
 * interrupts all of them. No build runs this test: by hand ({@code -Dit.test=InstanceFaultsIT}) it does so at some points, drawn by a
 * seed, and {@code .ci/campaign instances} at as many as its kills reach.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstanceFaultsIT {

    private static final long SEED = Long.getLong("service-exchange.campaign.seed", 1);
    /** Whether as many points as the kills reach and all troubles have their turn, or some only. */
    private static final boolean WHOLE = Boolean.getBoolean("service-exchange.campaign.whole");

    private static final int KILLS = WHOLE ? 60 : 2;
    private static final String SEARCH_FOR_STEPS = "update act_ru_job";
    /** Points at which onboardings are held until the next kill. */
    private static final int AT_ONCE = 8;
    /** After so many looks of everybody at everything nothing moves any more. */
    private static final int LOOKS = 8;
    /** How often the standstill is looked at if nobody looks at anything, because all wait for answers. */
    private static final int WITHOUT_LOOKS = 100;

    private static final List<PersistentContact> EVERYBODY = new ArrayList<>();

    private static FaultySide provider;
    private static FaultySide consumer;
    private static Pair pair;
    private static ProviderAdmin admin;

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
        if (pair != null) {
            pair.close();
        }
    }

    @Test
    @Order(1)
    void onboardsEverybodyWhoeverIsKilledWhen() throws Exception {
        List<HoldPoint> left = points();
        int all = left.size();
        Random random = new Random(SEED);
        Collections.shuffle(left, random);
        // Whoever is held while it looks for due steps holds up everybody
        left.sort(Comparator.comparing(point -> point.what().equals(SEARCH_FOR_STEPS)));
        try (Crowd crowd = new Crowd()) {
            for (int kill = 0; kill < KILLS && !left.isEmpty(); kill++) {
                FaultySide victim = left.get(0).killed();
                List<HoldPoint> points = left.stream()
                        .filter(point -> point.killed() == victim)
                        .limit(AT_ONCE)
                        .toList();
                List<HoldPoint> held = wave(crowd, points, victim, random.nextInt(3) == 0);
                left.removeAll(points);
                points.stream().filter(point -> !held.contains(point)).forEach(left::add);
            }
            assertThat(all - left.size())
                    .as("points at which somebody was killed")
                    .isGreaterThan(AT_ONCE);
            long well = System.nanoTime();
            crowd.awaitAll();
            System.out.printf(
                    "%d of %d points, %d onboardings, the last complete %d s after the last start%n",
                    all - left.size(), all, crowd.people().size(), (System.nanoTime() - well) / 1_000_000_000);
        }
    }

    @Test
    @Order(2)
    void onboardsEverybodyOnceTheDatabaseIsWell() throws Exception {
        try (Crowd crowd = new Crowd()) {
            for (FaultySide side : List.of(provider, consumer)) {
                List<DatabaseTrouble> some = List.of(side == provider ? FULL : GONE);
                for (DatabaseTrouble trouble : WHOLE ? List.of(GONE, READ_ONLY, FULL) : some) {
                    endure(crowd, side, trouble);
                }
            }
            if (WHOLE) {
                beSlow(crowd);
            }
            crowd.awaitAll();
        }
    }

    /** The embedded database closes itself when it cannot write. */
    @Test
    @Order(3)
    void onboardsEverybodyOnceTheDiskHasSpaceAgain() throws Exception {
        Browser reader = reader(provider);
        Page form = reader.open(provider.instance().at("/companies"));
        try (Crowd crowd = new Crowd()) {
            crowd.add(person());
            provider.instance().filesEndAt("65536");
            Await.until(
                    "the admin reads that nothing can be written",
                    () -> form.submit("form[action$=/companies]", Map.of("name", "Nobody Ltd"))
                            .text()
                            .contains("SX-1026"));
            provider.instance().filesEndAt("unlimited");
            crowd.awaitAll();
        }
    }

    @Test
    @Order(4)
    void bothSidesSayTheSameAndNothingIsLeft() throws IOException {
        Set<String> secrets = new TreeSet<>();
        for (PersistentContact one : EVERYBODY) {
            secrets.addAll(Secrets.of(one.link(), pair));
        }
        stop();
        List<String> keys = Residue.keys(pair.provider().home(), "consumer_registration", "CLOSED_COMPLETE");
        assertThat(keys).hasSameSizeAs(EVERYBODY);
        assertThat(Residue.keys(pair.consumer().home(), "provider_connection", "ONBOARDED"))
                .containsExactlyInAnyOrderElementsOf(keys);
        for (Instance side : List.of(pair.provider(), pair.consumer())) {
            assertThat(Residue.in(side.home())).isEmpty();
            assertThat(Secrets.found(secrets, side.home())).isEmpty();
        }
    }

    private static Browser reader(FaultySide side) throws IOException, InterruptedException {
        Browser reader = new Browser();
        boolean provides = side == provider;
        reader.logIn(
                side.instance().at("/login"),
                provides ? "provider.admin" : "abel.tuter",
                provides ? "demo-provider-1" : "demo-consumer-1");
        return reader;
    }

    /** Nobody can work, and everybody reads why; the process is not taken for dead. */
    private static void endure(Crowd crowd, FaultySide side, DatabaseTrouble trouble) throws Exception {
        Browser reader = reader(side);
        Page form = reader.open(side.instance().at("/companies"));
        PersistentContact one = person();
        crowd.add(one);
        side.trouble(trouble);
        Page told = form.submit("form[action$=/companies]", Map.of("name", "Nobody Ltd"));
        assertThat(told.text())
                .as(side + " while the database is " + trouble)
                .contains("The database cannot be used (\"SQLSTATE " + trouble.state() + "\").", "SX-1026");
        assertThat(told.status()).isEqualTo(503);
        assertThat(reader.json("GET", side.instance().at("/actuator/health/liveness"), "")
                        .status())
                .isEqualTo(200);
        if (trouble == GONE) {
            Await.until(
                    "it is told to be unready",
                    () -> reader.json("GET", side.instance().at("/actuator/health/readiness"), "")
                                    .status()
                            == 503);
        }
        side.trouble(NONE);
        Await.until(
                "it is ready again",
                () -> reader.json("GET", side.instance().at("/actuator/health/readiness"), "")
                                .status()
                        == 200);
    }

    /** Slow databases delay everybody and keep nobody from the end. */
    private static void beSlow(Crowd crowd) throws Exception {
        crowd.awaitAll();
        crowd.add(person());
        provider.trouble(SLOW);
        consumer.trouble(SLOW);
        crowd.awaitAll();
        provider.trouble(NONE);
        consumer.trouble(NONE);
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
        return all;
    }

    private static void addPoints(FaultySide side, List<String> before, List<HoldPoint> all) throws IOException {
        List<String> transactions = new ArrayList<>(side.transactions());
        transactions.removeAll(before);
        for (String moment : List.of("before", "after")) {
            transactions.forEach(kind -> all.add(new HoldPoint(side, false, moment, kind, side)));
            for (String message : side.instance().wire().messages()) {
                all.add(new HoldPoint(side, true, moment, message, provider));
                all.add(new HoldPoint(side, true, moment, message, consumer));
            }
        }
    }

    /** Holds onboardings at these points, kills one side or both, and starts it again; at which points somebody was held. */
    private static List<HoldPoint> wave(Crowd crowd, List<HoldPoint> points, FaultySide victim, boolean both)
            throws Exception {
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
        List<FaultySide> victims = both ? List.of(provider, consumer) : List.of(victim);
        System.out.printf(
                "Killed: %s, with %d under way, held at:%n%s%n",
                victims,
                crowd.left().size(),
                String.join("\n", held.stream().map(HoldPoint::toString).toList()));
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
        PersistentContact one = new PersistentContact(pair, admin, "fault" + EVERYBODY.size());
        EVERYBODY.add(one);
        return one;
    }
}
