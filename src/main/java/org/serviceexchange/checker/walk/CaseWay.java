package org.serviceexchange.checker.walk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.serviceexchange.checker.model.DrawnElement;
import org.serviceexchange.checker.model.DrawnFlow;
import org.serviceexchange.checker.model.DrawnKind;
import org.serviceexchange.checker.model.DrawnProcess;

/** A case on its way through a process as the engine would have it: from where it waits to where it waits next. */
final class CaseWay {

    private static final int MOST_STEPS = 300;

    private final DrawnProcess process;
    private final StepCode code;
    private final CaseTokens tokens;
    private final CaseAlarms alarms;
    private final Set<String> trace = new LinkedHashSet<>();
    private final Deque<Move> work = new ArrayDeque<>();
    private Choices choices = new Choices();

    /** A case on its way to an element, by a flow if it takes one; a job takes on what waited for it. */
    private record Move(String element, String flow, boolean byJob) {}

    CaseWay(DrawnProcess process, StepCode code, CaseTokens tokens, CaseAlarms alarms) {
        this.process = process;
        this.code = code;
        this.tokens = tokens;
        this.alarms = alarms;
    }

    void reset(Choices next) {
        trace.clear();
        choices = next;
    }

    /** Nothing is on its way any more. */
    void stop() {
        work.clear();
    }

    /** The elements and flows that it came by, in order. */
    List<String> trace() {
        return trace.stream().filter(place -> !place.isEmpty()).toList();
    }

    void enter(String element) {
        work.add(new Move(element, "", true));
    }

    void happen(DrawnElement event) {
        trace.add(event.id());
        if (event.kind() == DrawnKind.START) {
            if (event.interrupting()) {
                end(process.element(event.scope()).scope());
            }
            enter(event.id());
            return;
        }
        if (event.kind() == DrawnKind.BOUNDARY) {
            if (event.interrupting()) {
                endHost(event.host());
            }
        } else {
            tokens.take(event.id());
        }
        leave(event.id());
    }

    private void endHost(String host) {
        if (tokens.waitsAt(host)) {
            tokens.take(host);
        }
        end(host);
    }

    private void end(String scope) {
        tokens.endIn(scope);
        work.removeIf(move -> process.isIn(move.element(), scope));
    }

    void drain() {
        for (int steps = 0; !work.isEmpty(); steps++) {
            Move move = work.removeFirst();
            if (steps > MOST_STEPS) {
                throw new EndlessLoop(move.element());
            }
            reach(move);
        }
    }

    private void reach(Move move) {
        DrawnElement element = process.element(move.element());
        trace.add(move.flow());
        trace.add(element.id());
        if (element.before() && !move.byJob() && !code.isIdle(element.code())) {
            tokens.waitForJob(element.id());
            return;
        }
        switch (element.kind()) {
            case START, PASS -> leave(element.id());
            case END -> ended(element);
            case EXCLUSIVE -> follow(Conditions.taken(element, process.from(element.id()), tokens.values(), choices));
            case PARALLEL -> join(element, move.flow());
            case SERVICE -> serve(element);
            case PERSON, MESSAGE, TIMER -> stay(element);
            case SUBPROCESS -> {
                tokens.lookBack(element, alarms);
                work.addFirst(new Move(process.startOf(element.id()).id(), "", true));
            }
            case BOUNDARY -> throw new NoWayOn(element.id());
        }
    }

    private void serve(DrawnElement element) {
        try {
            code.run(element.code(), tokens.values());
        } catch (DrawnError error) {
            caught(element, error.code());
            return;
        }
        leave(element.id());
    }

    private void caught(DrawnElement from, String error) {
        String at = from.id();
        while (!at.equals(process.id())) {
            for (DrawnElement border : process.borders(at)) {
                if (border.error() != null
                        && (border.error().isEmpty() || border.error().equals(error))) {
                    endHost(at);
                    trace.add(border.id());
                    leave(border.id());
                    return;
                }
            }
            at = process.element(at).scope();
        }
        throw new NoWayOn(error);
    }

    private void stay(DrawnElement element) {
        if (tokens.waitsAt(element.id())) {
            alarms.doubled(element.id());
            return;
        }
        tokens.lookBack(element, alarms);
        tokens.waitAt(element.id());
    }

    private void join(DrawnElement gateway, String flow) {
        long expected = process.inbound(gateway.id());
        if (expected < 2 || tokens.joined(gateway.id(), flow, expected)) {
            leave(gateway.id());
        }
    }

    private void follow(DrawnFlow flow) {
        work.addFirst(new Move(flow.to(), flow.id(), false));
    }

    /** A way without an end event ends all the same. */
    void leave(String element) {
        List<DrawnFlow> flows = process.from(element);
        flows.forEach(this::follow);
        if (flows.isEmpty()) {
            scopeMayEnd(process.element(element).scope());
        }
    }

    private void ended(DrawnElement event) {
        if (event.error() != null) {
            caught(event, event.error());
            return;
        }
        if (event.terminating()) {
            end(event.scope());
        }
        scopeMayEnd(event.scope());
    }

    private void scopeMayEnd(String scope) {
        boolean going = tokens.isAnyIn(scope) || work.stream().anyMatch(move -> process.isIn(move.element(), scope));
        if (going || scope.equals(process.id())) {
            return;
        }
        DrawnElement ended = process.element(scope);
        if (ended.byEvent()) {
            scopeMayEnd(ended.scope());
        } else {
            leave(scope);
        }
    }
}
