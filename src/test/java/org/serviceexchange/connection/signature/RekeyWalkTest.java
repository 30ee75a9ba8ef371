package org.serviceexchange.connection.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.serviceexchange.MovableClock;
import org.serviceexchange.kmf.primitive.Thumbprint;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.slf4j.LoggerFactory;

/**
 * Walks at random through what can happen while both sides of a connection replace their signature keys: rotations, lost
 * messages and answers, old announcements that come again, people who give up, and partners that are restored from backups.
 * Then the network is well: both know each other by the newest keys. {@code -Dwalk.seed=17} repeats one walk and prints it,
 * {@code -Dwalk.seeds=2000} walks further.
 */
class RekeyWalkTest {

    private static final int STEPS = 25;
    private static final int ROUNDS = 12;

    @Test
    void endsWithSidesThatKnowEachOther() {
        Long one = Long.getLong("walk.seed");
        LongStream seeds = one != null ? LongStream.of(one) : LongStream.range(0, Long.getLong("walk.seeds", 40));
        seeds.forEach(seed -> {
            Walk walk = new Walk(seed);
            walk.go();
            if (one != null) {
                LoggerFactory.getLogger(RekeyWalkTest.class).info("\n{}", String.join("\n", walk.way));
            }
        });
    }

    private static final class Walk {

        private final long seed;
        private final Random random;
        private final MovableClock clock = MovableClock.standing();
        private final RekeyingSide provider = new RekeyingSide(ConnectionSide.PROVIDER, clock);
        private final RekeyingSide consumer = new RekeyingSide(ConnectionSide.CONSUMER, clock);
        private final List<String> way = new ArrayList<>();
        private final List<Backup> backups = new ArrayList<>();
        private int versions = 1;

        /** What a side knew, and its own keys then: one that lost a key of its own is believed no more. */
        @SuppressWarnings("ArrayRecordComponent") // never compared
        private record Backup(RekeyingSide side, List<String> keys, byte[] peerKey, Runnable tables) {

            boolean keepsKeys() {
                return side.keys.thumbprints().equals(keys);
            }

            void restore() {
                side.peerKey = peerKey;
                tables.run();
            }
        }

        Walk(long seed) {
            this.seed = seed;
            random = new Random(seed);
            provider.connect(consumer);
            consumer.connect(provider);
            backUp(provider);
            backUp(consumer);
        }

        void go() {
            for (int step = 0; step < STEPS; step++) {
                RekeyingSide side = random.nextBoolean() ? provider : consumer;
                way.add(side.side + " " + act(side, random.nextInt(20)) + " -> " + now());
            }
            settle();
            way.add("settled -> " + now());
            assertThat(knows(provider) && knows(consumer))
                    .as("-Dwalk.seed=%d repeats it\n%s", seed, String.join("\n", way))
                    .isTrue();
        }

        private String act(RekeyingSide side, int act) {
            if (act < 4) {
                side.rotate(++versions);
                return "rotates";
            }
            if (act < 11) {
                return tell(side);
            }
            if (act < 13) {
                clock.move(Duration.ofMinutes(random.nextInt(2000)));
                return "waits";
            }
            if (act < 15) {
                replay(side);
                return "hears an old announcement";
            }
            if (act < 16) {
                side.decide().giveUpAll("ada");
                return "gives up";
            }
            if (act < 18) {
                backUp(side);
                return "is backed up";
            }
            return act < 19 ? restore(side) : ask(side);
        }

        private String tell(RekeyingSide side) {
            side.other.reachable = random.nextInt(4) > 0;
            side.reachable = random.nextInt(8) > 0;
            side.other.answersArrive = random.nextInt(3) > 0;
            side.tell();
            String how = (side.other.reachable ? "" : ", unheard")
                    + (side.reachable ? "" : ", unproved")
                    + (side.other.answersArrive ? "" : ", answer lost");
            well();
            return "tells" + how;
        }

        private void well() {
            for (RekeyingSide side : List.of(provider, consumer)) {
                side.reachable = true;
                side.answersArrive = true;
            }
        }

        private void replay(RekeyingSide side) {
            if (!side.announced.isEmpty()) {
                byte[] before = side.peerKey;
                try {
                    side.answer(side.announced.get(random.nextInt(side.announced.size())));
                } catch (Problem refused) {
                    assertThat(side.peerKey).isEqualTo(before);
                }
            }
        }

        private void backUp(RekeyingSide side) {
            backups.add(new Backup(side, side.keys.thumbprints(), side.peerKey, side.tables.backup()));
        }

        private String restore(RekeyingSide side) {
            List<Backup> possible = backups.stream()
                    .filter(backup -> backup.side() == side && backup.keepsKeys())
                    .toList();
            if (possible.isEmpty()) {
                return "has no backup of its newest key";
            }
            possible.get(random.nextInt(possible.size())).restore();
            return "is restored";
        }

        /** Asks for the state, by which the other side learns by which key it is known. */
        private String ask(RekeyingSide side) {
            side.other.keys.addressedAs(side.other.subject(), known(side));
            return "asks";
        }

        /** Every message arrives, each side asks, and a person who gave up has changed their mind. */
        private void settle() {
            for (RekeyingSide side : List.of(provider, consumer)) {
                side.decide().again(side.subject(), "bob");
            }
            for (int round = 0; round < ROUNDS; round++) {
                clock.move(Duration.ofDays(1));
                for (RekeyingSide side : List.of(provider, consumer)) {
                    ask(side);
                    side.tell();
                }
            }
        }

        private static boolean knows(RekeyingSide side) {
            return known(side).equals(side.other.keys.thumbprint());
        }

        private static String known(RekeyingSide by) {
            return Thumbprint.of(by.peerKey);
        }

        private String now() {
            return "provider " + name(provider.keys.thumbprint()) + ", known as " + name(known(consumer))
                    + "; consumer " + name(consumer.keys.thumbprint()) + ", known as " + name(known(provider));
        }

        private static String name(String thumbprint) {
            return thumbprint.substring(0, 6);
        }
    }
}
