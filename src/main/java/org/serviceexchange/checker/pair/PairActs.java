package org.serviceexchange.checker.pair;

import java.util.ArrayList;
import java.util.List;
import org.serviceexchange.checker.model.DrawnElement;
import org.serviceexchange.checker.pair.PairAct.By;
import org.serviceexchange.checker.pair.PairAct.When;
import org.serviceexchange.checker.walk.CaseWalk;
import org.serviceexchange.checker.walk.NoWayOn;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** All that can happen to a pair as it is now; what turns out to be impossible changes nothing. */
public final class PairActs {

    private final Pair pair;
    private final List<PairAct> acts = new ArrayList<>();

    private PairActs(Pair pair) {
        this.pair = pair;
    }

    /** Of a pair that was put into a state. */
    public static List<PairAct> of(Pair pair) {
        return of(pair, false);
    }

    /** The same with another connection after one that ended, which would be too much for an exploration of everything. */
    public static List<PairAct> inStories(Pair pair) {
        return of(pair, true);
    }

    private static List<PairAct> of(Pair pair, boolean another) {
        PairActs found = new PairActs(pair);
        RecordActs people = new RecordActs(pair, found, another);
        people.provider();
        people.consumer();
        for (ConnectionSide side : ConnectionSide.values()) {
            found.process(side);
            found.question(side);
        }
        return found.acts;
    }

    void add(PairAct act) {
        acts.add(act);
    }

    void add(By by, When when, ConnectionSide side, String what, Runnable run, Object... arguments) {
        Runnable whole = () -> pair.transaction(side, run);
        acts.add(new PairAct(by, side, LocalizedMessage.of("checker.act." + what, arguments), when, whole));
    }

    void person(ConnectionSide side, String what, Runnable run, Object... arguments) {
        add(By.PERSON, When.SOME_TIME, side, what, run, arguments);
    }

    private void process(ConnectionSide side) {
        CaseWalk walk = pair.walk(side);
        for (String job : walk.jobs()) {
            add(
                    By.SYSTEM,
                    When.SOON,
                    side,
                    "job",
                    () -> walk.job(job),
                    walk.process().label(job));
        }
        for (String task : walk.persons()) {
            person(side, "task", () -> walk.complete(task), walk.process().label(task));
            if (walk.process().element(task).approval()) {
                approval(side, walk.process().label(task));
            }
        }
        for (DrawnElement timer : walk.timers()) {
            timer(side, walk, timer);
        }
        for (String message : walk.kept()) {
            add(By.SYSTEM, When.SOON, side, "kept", () -> deliver(walk, message), message);
        }
    }

    /** Whether it is refused or nobody answers: the record is closed, and the case takes the way of a cancellation. */
    private void approval(ConnectionSide side, String label) {
        Runnable close = side == ConnectionSide.PROVIDER
                ? pair.provider::notApproved
                : () -> pair.consumer.requestCancellation.request(ConsumerOfPair.NUMBER, "system");
        person(side, "approvalRefused", close, label);
        add(By.TIME, When.SOME_TIME, side, "approvalEnds", close, label);
    }

    private void timer(ConnectionSide side, CaseWalk walk, DrawnElement timer) {
        if (timer.timer() != null && timer.timer().immediate()) {
            timer(side, walk, timer, true);
        }
        timer(side, walk, timer, false);
    }

    /** What the record refuses at once waits until it is due. */
    private void timer(ConnectionSide side, CaseWalk walk, DrawnElement timer, boolean immediate) {
        LocalizedMessage said = LocalizedMessage.of("checker.act." + (immediate ? "atOnce" : "timer"), timer.label());
        When when = immediate ? When.BEFORE_ALL : When.SOME_TIME;
        acts.add(new PairAct(
                By.TIME,
                side,
                said,
                when,
                () -> pair.transaction(side, () -> {
                    pair.firing = timer.timer();
                    pair.ports.clock.due(!immediate);
                    walk.fire(timer);
                })));
    }

    private void deliver(CaseWalk walk, String message) {
        if (!walk.awaits(message)) {
            throw new NoWayOn(message);
        }
        String user = walk.takeKept(message);
        pair.provider.code.connecting(user, () -> walk.tell(message));
    }

    /** Each side asks the other one for its signed state, and adopts what follows. */
    private void question(ConnectionSide side) {
        boolean byProvider = side == ConnectionSide.PROVIDER;
        String number = byProvider ? ProviderOfPair.NUMBER : ConsumerOfPair.NUMBER;
        var own = byProvider ? pair.provider.records : pair.consumer.records;
        var other = byProvider ? pair.consumer.records : pair.provider.records;
        String asker = byProvider ? PairNetwork.PROVIDER : PairNetwork.CONSUMER;
        if (own.addressee(number).isEmpty()) {
            return;
        }
        acts.add(new PairAct(
                By.SYSTEM,
                side,
                LocalizedMessage.of("checker.act.question"),
                When.SOME_TIME,
                () -> other.standing(asker, ProviderOfPair.NUMBER, !byProvider).ifPresent(standing -> {
                    Runnable[] left = {() -> {}};
                    pair.transaction(side, () -> left[0] = own.adopt(number, standing.facts()));
                    left[0].run();
                })));
    }
}
