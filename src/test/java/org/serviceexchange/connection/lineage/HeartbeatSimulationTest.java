package org.serviceexchange.connection.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.serviceexchange.connection.lineage.Lineage.Finding;
import org.serviceexchange.connection.lineage.SimulatedWorld.Database;

/**
 * The rules in fifteen worlds, each with two nodes on a database, losses, duplicates, messages that overtake each other, and
 * replays of any old message. No honest world raises an alarm, and no copy is missed.
 * {@code -Dheartbeat.seeds=1000} tries more runs of each world; a run that fails names its seed.
 */
class HeartbeatSimulationTest {

    private static final int SEEDS = Integer.getInteger("heartbeat.seeds", 200);
    private static final int STEPS = 120;
    private static final int QUIET_STEPS = 30;

    /** What happens besides sending; the first ones are honest: nothing but what belongs to the sender sends. */
    enum World {
        NOTHING(world -> {}),
        QUIET(world -> world.noise = false),
        SENDER_RESTORED(world -> restore(world, world.addressed, 1)),
        SENDER_RESTORED_TO_THE_BEGINNING(world -> restoreToTheBeginning(world)),
        SENDER_RESTORED_OFTEN(world -> restore(world, world.addressed, 3)),
        RECEIVER_RESTORED(world -> restoreReceiver(world)),
        RECEIVER_RESTORED_TO_NOTHING(world -> run(world, STEPS / 2, () -> world.view = PeerView.NOTHING)),
        BOTH_RESTORED(world -> restoreBoth(world)),
        BOTH_RESTORED_ONE_AFTER_THE_OTHER(world -> restoreOneAfterTheOther(world)),
        MOVED(world -> move(world)),
        MOVED_TO_AN_OLD_BACKUP(world -> moveToAnOldBackup(world)),
        COPY_ELSEWHERE(world -> copyOfABackup(world)),
        COPY_OF_A_RUNNING_MACHINE(world -> copyNow(world)),
        OLD_INSTANCE_AFTER_A_MOVE(world -> oldOneGoesOn(world)),
        TWO_BEHIND_ONE_ADDRESS(world -> twoBehindOneAddress(world));

        @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
        private final Consumer<SimulatedWorld> story;

        World(Consumer<SimulatedWorld> story) {
            this.story = story;
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"COPY.*", "OLD.*", "TWO.*"},
            mode = EnumSource.Mode.MATCH_NONE)
    void raisesNoAlarmInAnHonestWorld(World world) {
        int restored = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            SimulatedWorld run = played(world, seed);
            assertThat(run.findings).as("seed %d", seed).doesNotContain(Finding.COPY_FOUND, Finding.TWO_DATABASES);
            assertThat(run.databases).as("seed %d", seed).noneMatch(database -> database.stopped);
            goesOn(run, seed);
            restored += run.findings.contains(Finding.RESTORED) ? 1 : 0;
        }
        if (world.name().startsWith("SENDER_RESTORED")) {
            assertThat(restored).as("runs in which the receiver learned of it").isEqualTo(SEEDS);
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"COPY.*", "OLD.*"},
            mode = EnumSource.Mode.MATCH_ANY)
    void stopsTheCopyAndNothingElse(World world) {
        for (long seed = 0; seed < SEEDS; seed++) {
            SimulatedWorld run = played(world, seed);
            assertThat(run.databases)
                    .as("seed %d", seed)
                    .allMatch(database -> database.stopped != run.addressed.contains(database));
            assertThat(run.findings).as("seed %d", seed).doesNotContain(Finding.TWO_DATABASES);
            goesOn(run, seed);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "TWO_BEHIND_ONE_ADDRESS")
    void showsTwoDatabasesBehindOneAddress(World world) {
        Map<String, Integer> ends = new TreeMap<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            SimulatedWorld run = played(world, seed);
            boolean stopped = run.databases.stream().anyMatch(database -> database.stopped);
            assertThat(run.view.quarantined() || stopped).as("seed %d", seed).isTrue();
            ends.merge(run.view.quarantined() ? "quarantined" : "one stopped itself", 1, Integer::sum);
        }
        assertThat(ends.get("quarantined")).as(ends.toString()).isGreaterThan(SEEDS * 3 / 4);
    }

    private static SimulatedWorld played(World world, long seed) {
        SimulatedWorld run = new SimulatedWorld(seed);
        run(run, STEPS, () -> {});
        world.story.accept(run);
        run(run, STEPS, () -> {});
        run.noise = false;
        run(run, QUIET_STEPS, () -> {});
        return run;
    }

    /** Heartbeats of the right database are accepted. */
    private static void goesOn(SimulatedWorld run, long seed) {
        int before = run.accepted;
        run(run, QUIET_STEPS, () -> {});
        assertThat(run.accepted - before).as("seed %d", seed).isEqualTo(QUIET_STEPS);
        assertThat(run.view.incarnation())
                .as("seed %d", seed)
                .hasValue(run.addressed.get(0).line.incarnation());
    }

    private static void run(SimulatedWorld world, int steps, Runnable then) {
        for (int step = 0; step < steps; step++) {
            world.step();
        }
        then.run();
    }

    private static void restore(SimulatedWorld world, List<Database> which, int times) {
        for (int time = 0; time < times; time++) {
            Database database = which.get(0);
            OwnLine backup = database.line;
            run(world, 25 + world.random.nextInt(20), () -> database.line = backup);
            run(world, 40, () -> {});
        }
    }

    private static void restoreToTheBeginning(SimulatedWorld world) {
        Database database = world.addressed.get(0);
        database.line = new OwnLine(database.line.incarnation(), 1);
    }

    private static void restoreReceiver(SimulatedWorld world) {
        PeerView backup = world.view;
        run(world, 30, () -> world.view = backup);
    }

    private static void restoreBoth(SimulatedWorld world) {
        OwnLine line = world.addressed.get(0).line;
        PeerView view = world.view;
        run(world, 30, () -> {
            world.addressed.get(0).line = line;
            world.view = view;
        });
    }

    private static void restoreOneAfterTheOther(SimulatedWorld world) {
        PeerView view = world.view;
        restore(world, world.addressed, 1);
        world.view = view;
    }

    private static void move(SimulatedWorld world) {
        replaced(world, world.copy(world.addressed.get(0)));
    }

    private static void moveToAnOldBackup(SimulatedWorld world) {
        Database backup = world.copy(world.addressed.get(0));
        run(world, 30, () -> replaced(world, backup));
    }

    private static void replaced(SimulatedWorld world, Database next) {
        world.databases.clear();
        world.databases.add(next);
        world.addressed.clear();
        world.addressed.add(next);
    }

    private static void copyOfABackup(SimulatedWorld world) {
        Database copy = world.copy(world.addressed.get(0));
        run(world, world.random.nextInt(30), () -> world.databases.add(copy));
    }

    private static void copyNow(SimulatedWorld world) {
        world.databases.add(world.copy(world.addressed.get(0)));
    }

    private static void oldOneGoesOn(SimulatedWorld world) {
        Database moved = world.copy(world.addressed.get(0));
        world.databases.add(moved);
        world.addressed.clear();
        world.addressed.add(moved);
    }

    private static void twoBehindOneAddress(SimulatedWorld world) {
        Database other = world.copy(world.addressed.get(0));
        world.databases.add(other);
        world.addressed.add(other);
    }
}
