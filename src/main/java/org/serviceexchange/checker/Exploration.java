package org.serviceexchange.checker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.serviceexchange.checker.pair.Pair;
import org.serviceexchange.checker.pair.PairAct;
import org.serviceexchange.checker.pair.PairAct.By;
import org.serviceexchange.checker.pair.PairActs;
import org.serviceexchange.checker.pair.PairState;
import org.serviceexchange.checker.walk.Choices;
import org.serviceexchange.checker.walk.EndlessLoop;
import org.serviceexchange.checker.walk.NoWayOn;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.NotYetDue;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** All states that a pair can reach, breadth first, so that the first way to each is a shortest one. */
final class Exploration {

    private final Pair pair;
    private final int most;
    private final Watcher watcher;
    final List<PairState> states = new ArrayList<>();
    final List<Edge> edges = new ArrayList<>();
    final Map<Property, CounterExample> against = new EnumMap<>(Property.class);
    private final Map<PairState, Integer> ids = new HashMap<>();
    private final List<Origin> origins = new ArrayList<>();
    private boolean enough;

    /**
     * A step between two states.
     *
     * @param alone whether it happens without any person
     * @param restless whether it happens at once
     */
    record Edge(int from, int to, boolean alone, boolean restless) {}

    /** Sees every step, also one that changes nothing. */
    @FunctionalInterface
    interface Watcher {
        /** False if enough was seen. */
        boolean sees(Exploration exploration, int from, CheckedStep step);
    }

    private record Origin(int from, Optional<CheckedStep> step) {}

    Exploration(Pair pair, int most) {
        this(pair, most, (exploration, from, step) -> true);
    }

    Exploration(Pair pair, int most, Watcher watcher) {
        this.pair = pair;
        this.most = most;
        this.watcher = watcher;
    }

    /** False if there are more states than can be looked at; true if not, or if enough was seen. */
    boolean run() {
        add(PairState.initial(), new Origin(-1, Optional.empty()));
        for (int at = 0; at < states.size() && !enough; at++) {
            if (states.size() > most) {
                return false;
            }
            expand(at);
        }
        return true;
    }

    private int add(PairState state, Origin origin) {
        Integer known = ids.putIfAbsent(state, states.size());
        if (known != null) {
            return known;
        }
        states.add(state);
        origins.add(origin);
        Invariants.of(state, pair).forEach((property, end) -> found(property, states.size() - 1, List.of(), end));
        return states.size() - 1;
    }

    /** What must happen at once is all that can happen. */
    private void expand(int at) {
        pair.load(states.get(at), new Choices());
        List<PairAct> acts = PairActs.of(pair);
        boolean hurried = false;
        for (PairAct act : acts) {
            if (act.urgent()) {
                hurried |= carryOut(at, act);
            }
        }
        if (!hurried) {
            acts.stream().filter(act -> !act.urgent()).forEach(act -> carryOut(at, act));
        }
    }

    /** True if it changed anything. */
    private boolean carryOut(int at, PairAct act) {
        boolean changed = false;
        Choices choices = new Choices();
        do {
            pair.load(states.get(at), choices);
            boolean done = false;
            try {
                act.run().run();
                done = true;
            } catch (EndlessLoop loop) {
                String label = pair.walk(act.side()).process().label(loop.element());
                alarm(Property.RESTING, "", at, step(act, choices), act.side(), label);
            } catch (Problem | PeerProblem | NotYetDue | NoWayOn refused) {
                // What the other side did before is done nevertheless
            }
            boolean different = reached(at, act, choices);
            if (act.urgent() && done && !different) {
                alarm(Property.RESTING, ".atOnce", at, step(act, choices), act.side(), act.said());
            }
            changed |= different;
        } while (choices.next());
        return changed;
    }

    private boolean reached(int at, PairAct act, Choices choices) {
        PairState next = pair.save();
        CheckedStep step = step(act, choices);
        alarms(at, step);
        enough |= !watcher.sees(this, at, step);
        if (next.equals(states.get(at))) {
            return false;
        }
        boolean alone = act.by() != By.PERSON;
        edges.add(new Edge(at, add(next, new Origin(at, Optional.of(step))), alone, alone && act.restless()));
        return true;
    }

    private void alarms(int at, CheckedStep step) {
        for (ConnectionSide side : ConnectionSide.values()) {
            var walk = pair.walk(side);
            walk.alarms().unheard().stream()
                    .findFirst()
                    .ifPresent(message -> alarm(Property.HEARD, ".never", at, step, side, message));
            walk.alarms().missed().stream()
                    .findFirst()
                    .ifPresent(place -> alarm(
                            Property.HEARD, "", at, step, side, walk.process().label(place)));
            walk.alarms().doubled().stream()
                    .findFirst()
                    .ifPresent(place -> alarm(
                            Property.SINGLE, "", at, step, side, walk.process().label(place)));
        }
        if (pair.comparedToRecord() != 0) {
            String how = pair.comparedToRecord() < 0 ? ".early" : ".late";
            alarm(Property.PUNCTUAL, how, at, step, step.side(), String.valueOf(pair.drawnTime()));
        }
    }

    private void alarm(Property property, String kind, int at, CheckedStep last, ConnectionSide side, Object what) {
        LocalizedMessage where = LocalizedMessage.of("checker.side." + side);
        found(property, at, List.of(last), LocalizedMessage.of("checker.end." + property + kind, where, what));
    }

    /** Notes a counter-example unless there is a shorter one. */
    void found(Property property, int at, List<CheckedStep> last, LocalizedMessage end) {
        if (!against.containsKey(property)) {
            List<CheckedStep> way = way(at);
            way.addAll(last);
            against.put(property, new CounterExample(property, List.copyOf(way), end));
        }
    }

    private CheckedStep step(PairAct act, Choices choices) {
        return new CheckedStep(
                act.side(),
                act.said(),
                choices.said(),
                pair.walk(ConnectionSide.PROVIDER).trace(),
                pair.walk(ConnectionSide.CONSUMER).trace());
    }

    /** The steps of a shortest way to a state. */
    List<CheckedStep> way(int at) {
        Deque<CheckedStep> steps = new ArrayDeque<>();
        for (int state = at; state >= 0; state = origins.get(state).from()) {
            origins.get(state).step().ifPresent(steps::addFirst);
        }
        return new ArrayList<>(steps);
    }
}
