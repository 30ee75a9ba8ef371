package org.serviceexchange.checker.story;

import java.util.List;
import org.serviceexchange.checker.model.DrawnKind;
import org.serviceexchange.checker.model.DrawnProcess;
import org.serviceexchange.checker.pair.PairAct;

/** What is expected of people and of time, where a story says nothing else. */
enum Expected {
    ORDER_REGISTRATION("order"),
    DO_TASKS("task"),
    OPEN_LINK("openLink"),
    ALLOW("allow"),
    LOG_IN("contactLogsIn"),
    /** Time for which the process itself waits on its way. */
    WAIT("timer"),
    SLOW_JOBS(""),
    ASK_THE_OTHER_SIDE("question"),
    /** Nothing is left to do but to wait for an end. */
    TIME_PASSES("timer");

    /** What comes first. */
    static final List<Expected> ORDER = List.of(values());

    private final String act;

    Expected(String act) {
        this.act = act;
    }

    boolean is(PairAct one, DrawnProcess process) {
        boolean same = one.said().key().equals("checker.act." + act);
        return this == WAIT ? same && isOnTheWay(one, process) : same;
    }

    private static boolean isOnTheWay(PairAct one, DrawnProcess process) {
        return process.elements().values().stream()
                .filter(element -> element.kind() == DrawnKind.TIMER)
                .anyMatch(element -> one.said().arguments().contains(element.label()));
    }
}
