package org.serviceexchange.connection.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.serviceexchange.connection.lineage.BeatVerdict;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.consumer.connection.AgreedKeys;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.registration.Registration;

/**
 * Walks at random through everything that people, lost answers, old answers and heartbeats that come again, timers, moving
 * clocks, rotations, off-boarding, heartbeats, rival consumers and restored backups can do to both sides, then lets the network be well: both must reach the same end, or a
 * state in which one person has something to do, and later an end in any case. {@code -Dwalk.seed=17} repeats one walk and
 * prints it, {@code -Dwalk.seeds=20000} walks further.
 */
class RandomWalkTest {

    private static final int STEPS = 50;

    private final Set<PairAtRest> met = EnumSet.noneOf(PairAtRest.class);

    @Test
    void endsInStatesThatBelongTogether() {
        Long one = Long.getLong("walk.seed");
        LongStream seeds = one != null ? LongStream.of(one) : LongStream.range(0, Long.getLong("walk.seeds", 2_000));
        seeds.forEach(seed -> new Walk(seed, met).go(one != null));
        if (one == null) {
            assertThat(met).as("every row of the table is met").containsExactlyInAnyOrder(PairAtRest.values());
        }
    }

    @Test
    void restsInTheRowsThatTheProtocolNames() throws IOException {
        String table = Files.readString(Path.of("docs/protocol.md"))
                .split("\\| the provider's registration \\| this consumer's newest record \\|.*\n.*\n", 2)[1]
                .split("\n\n", 2)[0];
        assertThat(table.lines().map(row -> row.split(" \\| |^\\| ", -1)).map(cells -> cells[1] + " / " + cells[2]))
                .containsExactly(Stream.of(PairAtRest.values())
                        .map(row -> row.provider + " / " + row.consumer)
                        .toArray(String[]::new));
    }

    private static final class Walk {

        private final long seed;
        private final Set<PairAtRest> met;
        private final Random random;
        private final Instances world;
        private final Acts acts;
        private final List<String> way = new ArrayList<>();
        private Runnable restoreProvider;
        private final Map<ConsumerSide, Runnable> restoreConsumer = new HashMap<>();

        Walk(long seed, Set<PairAtRest> met) {
            this.seed = seed;
            this.met = met;
            random = new Random(seed);
            world = new Instances(random);
            acts = new Acts(world);
            restoreProvider = world.backup(ConnectionSide.PROVIDER);
            world.consumers.forEach(one -> restoreConsumer.put(one, one.backup()));
            if (random.nextInt(4) == 0) {
                acts.request();
            } else {
                acts.register();
            }
            if (random.nextInt(2) == 0) {
                connected();
            }
        }

        /** Half of the walks begin with a connection that lives. */
        private void connected() {
            acts.checkAtProvider(true);
            acts.openLink(true);
            acts.claim(false);
            acts.authenticate();
            acts.exchangeKeys(false);
            acts.probeProvider(false);
            acts.activate(false);
        }

        void go(boolean print) {
            for (int step = 0; step < STEPS; step++) {
                String what = step();
                way.add(what + " -> " + now());
            }
            settle();
            way.add("settled -> " + now());
            if (print) {
                assertThat(way.size()).as(String.join("\n", way)).isPositive();
                org.slf4j.LoggerFactory.getLogger(RandomWalkTest.class).info("\n{}", String.join("\n", way));
            }
            belongTogether();
            endInTime();
        }

        private String step() {
            boolean lost = random.nextInt(4) == 0;
            world.consumer = world.consumers.get(random.nextInt(6) == 0 ? 1 : 0);
            int act = random.nextInt(136);
            String who = world.consumer == world.consumers.get(0) ? "" : "rival: ";
            return who + (act >= 100 ? live(act - 100, lost) : before(act, lost));
        }

        private String before(int act, boolean lost) {
            return act < 62 ? progress(act, lost) : act < 78 ? question(act) : upset(act);
        }

        private String live(int act, boolean lost) {
            ConnectionSide side = random.nextBoolean() ? ConnectionSide.PROVIDER : ConnectionSide.CONSUMER;
            String name = act < 7
                    ? "rotate"
                    : act < 14
                            ? "prove"
                            : act < 23
                                    ? "beat of " + side
                                    : act < 24 ? "off-board at " + side : act < 30 ? "clock" : "replay";
            switch (name) {
                case "rotate" -> acts.rotate(lost);
                case "prove" -> acts.prove(lost);
                case "replay" -> {
                    world.replay();
                    acts.replayBeat(side);
                }
                case "clock" -> {
                    world.clock.move(Duration.ofHours(random.nextBoolean() ? 1 : -1));
                    acts.timers();
                }
                default -> {
                    if (act < 23) {
                        acts.beat(side, lost);
                    } else {
                        acts.offBoard(side);
                    }
                }
            }
            return name + (lost ? ", answer lost" : "");
        }

        private String progress(int act, boolean lost) {
            String name = act < 8
                    ? "open link"
                    : act < 18
                            ? "claim"
                            : act < 28
                                    ? "authenticate"
                                    : act < 40 ? "exchange" : act < 51 ? "probe provider" : "probe consumer";
            switch (name) {
                case "open link" -> open();
                case "claim" -> acts.claim(lost);
                case "authenticate" -> acts.authenticate();
                case "exchange" -> acts.exchangeKeys(lost);
                case "probe provider" -> acts.probeProvider(lost);
                default -> acts.activate(lost);
            }
            return name + (lost ? ", answer lost" : "");
        }

        private void open() {
            switch (random.nextInt(8)) {
                case 0 -> acts.openLinkWithFindings();
                case 1 -> acts.checkAtConsumer(random.nextBoolean());
                case 2 -> acts.checkAtProvider(random.nextBoolean());
                default -> acts.openLink(random.nextInt(4) > 0);
            }
        }

        private String question(int act) {
            ConnectionSide side = random.nextBoolean() ? ConnectionSide.PROVIDER : ConnectionSide.CONSUMER;
            if (act < 68) {
                world.deliver(side);
                return "hints of " + side;
            }
            if (act < 73) {
                world.arrive();
                return "late answer";
            }
            String number = side == ConnectionSide.PROVIDER
                    ? Acts.NUMBER
                    : acts.newest().map(ProviderConnection::number).orElse("none");
            world.ask(side, number, random.nextBoolean());
            return "question of " + side;
        }

        private String upset(int act) {
            switch (act) {
                case 78, 79 -> acts.resend();
                case 80 -> acts.cancelAtProvider();
                case 81, 82 -> acts.cancelAtConsumer();
                case 83, 84, 85 -> acts.failExchange();
                case 86, 87 -> acts.tokensExpire();
                case 88 -> {
                    world.clock.move(Duration.ofDays(random.nextInt(20)));
                    acts.timers();
                }
                case 89, 90, 91 -> restoreProvider = world.backup(ConnectionSide.PROVIDER);
                case 92, 93, 94 -> restoreConsumer.put(world.consumer, world.consumer.backup());
                case 95 -> {
                    restoreProvider.run();
                    world.forgetQuestions(world.providerInquiries);
                }
                case 96 -> {
                    restoreConsumer.get(world.consumer).run();
                    world.forgetQuestions(world.consumer.inquiries);
                }
                case 97 -> acts.decline();
                default -> acts.timers();
            }
            return "upset " + act;
        }

        /** The network is well: every message arrives, every step that needs no person is repeated, and each side asks. */
        private void settle() {
            for (int round = 0; round < 12; round++) {
                world.arrive();
                for (ConsumerSide one : world.consumers) {
                    world.consumer = one;
                    acts.claim(false);
                    acts.exchangeKeys(false);
                    acts.probeProvider(false);
                    if (acts.newest().filter(this::mustRotate).isPresent()) {
                        acts.rotate(false);
                    }
                    acts.prove(false);
                }
                acts.activate(false);
                acts.beat(ConnectionSide.PROVIDER, false);
                acts.beat(ConnectionSide.CONSUMER, false);
                world.askAll();
            }
        }

        private boolean mustRotate(ProviderConnection connection) {
            return world.consumer.keys.life.asked.contains(connection.number());
        }

        private String now() {
            StringBuilder all =
                    new StringBuilder(acts.registration().map(Walk::say).orElse("none"));
            for (ConsumerSide one : world.consumers) {
                all.append(" / ").append(newest(one).map(Walk::say).orElse("none"));
            }
            return all.toString();
        }

        private static String say(Registration registration) {
            return registration.state() + " "
                    + registration.snapshot().counterpart().departure() + " "
                    + registration.claim().map(claim -> claim.clientId()).orElse("") + " "
                    + registration.connection().map(agreed -> agreed.keyId()).orElse("");
        }

        private static String say(ProviderConnection connection) {
            return connection.number() + " " + connection.state() + " "
                    + connection.snapshot().reason() + " "
                    + Optional.ofNullable(connection.snapshot().provider())
                            .map(provider -> provider.clientId())
                            .orElse("")
                    + " "
                    + connection.keys().map(AgreedKeys::keyId).orElse("");
        }

        private void belongTogether() {
            assertThat(world.consumers)
                    .as("-Dwalk.seed=%d repeats it\n%s", seed, String.join("\n", way))
                    .allMatch(this::pair);
            world.consumer = world.inForce();
            if (pairOf(world.consumer).sameKeys()) {
                assertThat(ConnectionSide.values())
                        .as("heartbeats, -Dwalk.seed=%d repeats it\n%s", seed, String.join("\n", way))
                        .allMatch(this::beats);
            }
        }

        /** A database that was restored often looks like two; then a person decides. */
        private boolean beats(ConnectionSide side) {
            BeatVerdict verdict = acts.beat(side, false);
            return verdict == BeatVerdict.ACCEPTED || verdict == BeatVerdict.QUARANTINED;
        }

        private static Optional<ProviderConnection> newest(ConsumerSide one) {
            return one.connections.lockNewest(TestConnections.PIN, Acts.NUMBER);
        }

        private boolean pair(ConsumerSide one) {
            Optional<PairAtRest> row = Stream.of(PairAtRest.values())
                    .filter(each -> each.means(pairOf(one)))
                    .findFirst();
            row.ifPresent(met::add);
            return row.isPresent();
        }

        private PairAtRest.Pair pairOf(ConsumerSide one) {
            return new PairAtRest.Pair(acts.registration(), newest(one), one.thumbprint);
        }

        /** Without any person, time ends everything that waits for one and is not connected. */
        private void endInTime() {
            world.clock.move(Duration.ofDays(60));
            acts.timers();
            settle();
            way.add("two months later -> " + now());
            boolean ended =
                    acts.registration().map(found -> found.state().closed()).orElse(true)
                            && world.consumers.stream()
                                    .allMatch(one -> newest(one)
                                            .map(found -> found.state().ended())
                                            .orElse(true));
            assertThat(ended)
                    .as("-Dwalk.seed=%d repeats it\n%s", seed, String.join("\n", way))
                    .isTrue();
            belongTogether();
        }
    }
}
