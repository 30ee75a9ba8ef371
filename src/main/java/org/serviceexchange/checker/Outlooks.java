package org.serviceexchange.checker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.serviceexchange.checker.Exploration.Edge;
import org.serviceexchange.checker.pair.PairState;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.registration.RegistrationState;

/** What can still come from each state. */
final class Outlooks {

    private final Exploration exploration;
    private final int[][] before;
    private final boolean[][] alone;

    private Outlooks(Exploration exploration) {
        this.exploration = exploration;
        int states = exploration.states.size();
        int[] counts = new int[states];
        exploration.edges.forEach(edge -> counts[edge.to()]++);
        before = new int[states][];
        alone = new boolean[states][];
        for (int state = 0; state < states; state++) {
            before[state] = new int[counts[state]];
            alone[state] = new boolean[counts[state]];
        }
        for (Edge edge : exploration.edges) {
            int place = --counts[edge.to()];
            before[edge.to()][place] = edge.from();
            alone[edge.to()][place] = edge.alone();
        }
    }

    /** Finds the first states without the outlooks that they should have. */
    static void judge(Exploration exploration) {
        Outlooks outlooks = new Outlooks(exploration);
        List<PairState> states = exploration.states;
        if (states.stream().noneMatch(Invariants::connected)) {
            exploration.found(
                    Property.POSSIBLE, outlooks.farthest(), List.of(), LocalizedMessage.of("checker.end.POSSIBLE"));
        }
        Predicate<PairState> even = state -> Invariants.activeAtProvider(state) == Invariants.activeAtConsumer(state);
        outlooks.rest();
        outlooks.require(Property.MUTUAL, even, true);
        outlooks.require(Property.ENDING, Invariants::over, false);
        outlooks.require(Property.TIMELY, state -> Invariants.over(state) || state.registration() == null, true);
    }

    /** Takes away the states from which no restless step leads to one that is left, until only circles are left. */
    private void rest() {
        int[] ahead = new int[before.length];
        Map<Integer, List<Integer>> from = new HashMap<>();
        exploration.edges.stream().filter(Edge::restless).forEach(edge -> {
            ahead[edge.from()]++;
            from.computeIfAbsent(edge.to(), state -> new ArrayList<>()).add(edge.from());
        });
        Deque<Integer> resting = new ArrayDeque<>();
        IntStream.range(0, ahead.length).filter(state -> ahead[state] == 0).forEach(resting::add);
        while (!resting.isEmpty()) {
            for (int state : from.getOrDefault(resting.remove(), List.of())) {
                if (--ahead[state] == 0) {
                    resting.add(state);
                }
            }
        }
        IntStream.range(0, ahead.length)
                .filter(state -> ahead[state] > 0)
                .findFirst()
                .ifPresent(state -> exploration.found(
                        Property.RESTING, state, List.of(), LocalizedMessage.of("checker.end.RESTING.circle")));
    }

    private void require(Property property, Predicate<PairState> aim, boolean withoutPerson) {
        BitSet good = reaching(aim, withoutPerson);
        int first = good.nextClearBit(0);
        if (first < before.length) {
            exploration.found(property, first, List.of(), LocalizedMessage.of("checker.end." + property));
        }
    }

    private BitSet reaching(Predicate<PairState> aim, boolean withoutPerson) {
        BitSet good = new BitSet(before.length);
        int[] open = IntStream.range(0, before.length)
                .filter(state -> aim.test(exploration.states.get(state)))
                .peek(good::set)
                .toArray();
        Deque<Integer> queue = new ArrayDeque<>();
        for (int state : open) {
            queue.add(state);
        }
        while (!queue.isEmpty()) {
            int state = queue.remove();
            for (int i = 0; i < before[state].length; i++) {
                int from = before[state][i];
                if ((!withoutPerson || alone[state][i]) && !good.get(from)) {
                    good.set(from);
                    queue.add(from);
                }
            }
        }
        return good;
    }

    /** The first of the states at which most is done. */
    private int farthest() {
        return IntStream.range(0, before.length)
                .boxed()
                .reduce(0, (best, next) -> done(next) > done(best) ? next : best);
    }

    private int done(int index) {
        PairState state = exploration.states.get(index);
        var registration = state.registration();
        var connection = state.connection();
        boolean open = registration != null && !registration.state().closed();
        boolean going = connection != null && !connection.state().ended();
        return (open && registration != null ? place(RegistrationState.values(), registration.state()) : 0)
                + (going && connection != null ? place(ConnectionState.values(), connection.state()) : 0);
    }

    private static <T> int place(T[] order, T state) {
        return List.of(order).indexOf(state) + 1;
    }
}
