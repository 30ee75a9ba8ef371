package org.serviceexchange.checker.story;

import java.util.List;
import org.serviceexchange.checker.model.DrawnKind;
import org.serviceexchange.checker.model.DrawnProcess;
import org.serviceexchange.checker.pair.PairAct;

/**
 * Something that is expected of people and of time, where a story says nothing else.
 *
 * @param act as the checker names it
 * @param onTheWay of a timer, whether the process itself waits for it on its way
 */
record Expected(String act, boolean onTheWay) {

    /** The jobs of a slow side. */
    static final Expected SLOW_JOBS = new Expected("job", false);

    /** What comes first; in the end nothing is left to do but to ask the other side, and to let time pass. */
    static final List<Expected> ORDER = List.of(
            new Expected("order", false),
            new Expected("task", false),
            new Expected("openLink", false),
            new Expected("allow", false),
            new Expected("contactLogsIn", false),
            new Expected("timer", true),
            SLOW_JOBS,
            new Expected("question", false),
            new Expected("timer", false));

    boolean is(PairAct one, DrawnProcess process) {
        boolean same = one.said().key().equals("checker.act." + act);
        return same && (!onTheWay || isOnTheWay(one, process));
    }

    private static boolean isOnTheWay(PairAct one, DrawnProcess process) {
        return process.elements().values().stream()
                .filter(element -> element.kind() == DrawnKind.TIMER)
                .anyMatch(element -> one.said().arguments().contains(element.label()));
    }
}
