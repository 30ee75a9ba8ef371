package org.serviceexchange.checker.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.serviceexchange.checker.CheckedStep;
import org.serviceexchange.checker.pair.Pair;
import org.serviceexchange.checker.pair.PairAct;
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

/** Plays one scenario on a pair: its moves as soon as they are possible, and otherwise what everybody is expected to do. */
final class StoryWalk {

    /** Many times as many as any story of this application needs. */
    private static final int MOST_STEPS = 200;

    private final Pair pair;
    private final Scenario scenario;
    private final StoryForesight foresight;
    private final Deque<Move> moves;
    private final List<Story.Passage> passages = new ArrayList<>();
    private final Set<PairState> seen = new HashSet<>();
    private PairState at = PairState.initial();

    private StoryWalk(Pair pair, Scenario scenario) {
        this.pair = pair;
        this.scenario = scenario;
        foresight = new StoryForesight(scenario.mishaps());
        moves = new ArrayDeque<>(scenario.moves());
    }

    /** If something in it is not possible, the other answers at gateways may lead there. */
    static Story play(Pair pair, Scenario scenario) {
        Story story = once(pair, scenario);
        Story other = story.impossible().isEmpty() ? story : once(pair, scenario.sayingNo());
        return other.impossible().isEmpty() ? other : story;
    }

    private static Story once(Pair pair, Scenario scenario) {
        StoryWalk walk = new StoryWalk(pair, scenario);
        scenario.begin().forEach(walk::repeat);
        for (int step = 0; step < MOST_STEPS && walk.goOn(); step++) {
            // Until nothing leads on
        }
        List<LocalizedMessage> impossible = walk.moves.stream()
                .map(move -> move.said(pair.walk(move.side()).process())
                        .orElseGet(() -> LocalizedMessage.of("story.noElement", move.element())))
                .toList();
        return new Story(scenario.title(), List.copyOf(walk.passages), impossible);
    }

    private boolean goOn() {
        return move(true)
                || byItself(act -> !isSlow(act))
                || move(false)
                || Expected.ORDER.stream()
                        .anyMatch(usual -> usual.equals(Expected.SLOW_JOBS) ? byItself(this::isSlow) : usual(usual));
    }

    private boolean move(boolean early) {
        Move next = moves.peek();
        if (next == null || next.early() != early) {
            return false;
        }
        boolean done = acts(act -> next.is(act, pair.walk(act.side()).process())).stream()
                .anyMatch(act -> attempt(act, foresight.of(act.side(), next.agreeing() && scenario.agreeing()), true));
        if (done) {
            moves.remove();
        }
        return done;
    }

    /** Jobs, and messages that were kept. */
    private boolean byItself(Predicate<PairAct> which) {
        return acts(act -> act.restless() && which.test(act)).stream()
                .anyMatch(act -> attempt(act, foresight.of(act.side(), scenario.agreeing()), false));
    }

    private boolean isSlow(PairAct act) {
        return act.said().key().equals("checker.act.job")
                && scenario.slow().filter(side -> side == act.side()).isPresent();
    }

    private boolean usual(Expected usual) {
        return acts(act ->
                        !act.restless() && usual.is(act, pair.walk(act.side()).process()))
                .stream()
                .anyMatch(act -> attempt(act, foresight.of(act.side(), scenario.agreeing()), false));
    }

    private List<PairAct> acts(Predicate<PairAct> which) {
        pair.load(at, new Choices());
        return PairActs.inStories(pair).stream().filter(which).toList();
    }

    /** Carries out a step of a known way. */
    private void repeat(CheckedStep step) {
        for (PairAct act : acts(act -> act.side() == step.side() && act.said().equals(step.said()))) {
            Choices choices = new Choices();
            do {
                run(act, choices);
                if (choices.said().equals(step.outcomes())
                        && trace(ConnectionSide.PROVIDER).equals(step.provider())
                        && trace(ConnectionSide.CONSUMER).equals(step.consumer())) {
                    tell(act, choices.said());
                    return;
                }
            } while (choices.next());
        }
        throw new IllegalStateException("A step that was explored cannot be repeated: " + step);
    }

    /** True if it leads on: people and time do only what leads to where the story was not yet, unless it wants them to. */
    private boolean attempt(PairAct act, Choices choices, boolean wished) {
        boolean done = run(act, choices);
        PairState next = pair.save();
        boolean moved = !trace(ConnectionSide.PROVIDER).isEmpty()
                || !trace(ConnectionSide.CONSUMER).isEmpty();
        boolean changed = !next.equals(at);
        boolean leadsOn = wished ? changed || (done && moved) : changed && (act.restless() || !seen.contains(next));
        if (leadsOn) {
            foresight.keep();
            tell(act, choices.said());
        }
        return leadsOn;
    }

    /** False if it was refused; what the other side did before is done nevertheless. */
    private boolean run(PairAct act, Choices choices) {
        pair.load(at, choices);
        try {
            act.run().run();
            return true;
        } catch (Problem | PeerProblem | NotYetDue | NoWayOn | EndlessLoop refused) {
            return false;
        }
    }

    private List<String> trace(ConnectionSide side) {
        return pair.walk(side).trace();
    }

    private void tell(PairAct act, List<LocalizedMessage> outcomes) {
        seen.add(at);
        at = pair.save();
        List<Story.Leg> legs = new ArrayList<>();
        LocalizedMessage said = act.said();
        Story.Passage last = passages.isEmpty() ? null : passages.get(passages.size() - 1);
        if (act.restless() && last != null) {
            passages.remove(last);
            legs.addAll(last.legs());
        }
        ConnectionSide other =
                act.side() == ConnectionSide.PROVIDER ? ConnectionSide.CONSUMER : ConnectionSide.PROVIDER;
        legs.add(new Story.Leg(act.side(), trace(act.side()), List.of()));
        legs.add(new Story.Leg(other, trace(other), outcomes));
        passages.add(
                act.restless() && last != null
                        ? new Story.Passage(last.side(), last.said(), legs, at)
                        : new Story.Passage(act.side(), timed(said), legs, at));
    }

    /** Says of a timer how it is drawn. */
    private LocalizedMessage timed(LocalizedMessage said) {
        String drawn = pair.drawnTime();
        return drawn.isEmpty() ? said : new LocalizedMessage("story.timer", with(said.arguments(), drawn));
    }

    private static List<Object> with(Collection<Object> arguments, String drawn) {
        List<Object> all = new ArrayList<>(arguments);
        all.add(drawn.replaceAll("[#$]\\{\\s*(\\w+)\\s*}", "$1"));
        return all;
    }
}
