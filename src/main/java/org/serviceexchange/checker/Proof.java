package org.serviceexchange.checker;

import java.util.List;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * What came of checking a folder.
 *
 * @param unproved why nothing can be said of it, a sentence each; empty if something can
 * @param against a shortest counter-example of each property that does not hold, the gravest first
 * @param states number of states that can be reached
 * @param steps number of steps between them
 */
public record Proof(List<LocalizedMessage> unproved, List<CounterExample> against, int states, int steps) {

    /** Whether all properties hold. */
    public boolean proved() {
        return unproved.isEmpty() && against.isEmpty();
    }
}
