package org.serviceexchange.checker.story;

import java.util.Optional;
import org.serviceexchange.checker.model.DrawnElement;
import org.serviceexchange.checker.model.DrawnProcess;
import org.serviceexchange.checker.pair.PairAct;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;

/**
 * What makes a story a story of its own: somebody does it, or its time comes, as soon as that is possible.
 *
 * @param act as the checker names it, such as {@code decline}
 * @param element id of the element that it is about; empty if it is about none
 * @param early whether it comes before what would happen by itself
 * @param agreeing whether a person who is asked something says yes
 */
record Move(ConnectionSide side, String act, String element, boolean early, boolean agreeing) {

    /** Somebody does something with a record. */
    static Move act(ConnectionSide side, String act) {
        return new Move(side, act, "", false, true);
    }

    /** Something about an element of a diagram. */
    static Move at(ConnectionSide side, String act, String element) {
        return new Move(side, act, element, false, true);
    }

    /** A person completes a task. */
    static Move task(ConnectionSide side, String element) {
        return at(side, "task", element);
    }

    /** The time of an event comes. */
    static Move time(ConnectionSide side, String element) {
        return at(side, "timer", element);
    }

    /** The same, but before anything that would happen by itself. */
    Move atOnce() {
        return new Move(side, act, element, true, agreeing);
    }

    /** The same, but the person says no. */
    Move sayingNo() {
        return new Move(side, act, element, early, false);
    }

    /** What is said of it; empty if the process has no such element. */
    Optional<LocalizedMessage> said(DrawnProcess process) {
        String key = "checker.act." + act;
        if (element.isEmpty()) {
            return Optional.of(LocalizedMessage.of(key));
        }
        return Optional.ofNullable(process.elements().get(element))
                .map(DrawnElement::label)
                .map(label -> LocalizedMessage.of(key, label));
    }

    /** Whether this is what happens. */
    boolean is(PairAct act, DrawnProcess process) {
        return act.side() == side && said(process).filter(act.said()::equals).isPresent();
    }
}
