package org.serviceexchange.platform.web.throttle;

import java.time.Duration;
import java.time.Instant;

/** The budgets of attempts that all nodes of this instance take from. */
public interface AttemptBudgets {

    /** A budget without an attempt for so long is full again. */
    Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

    /**
     * Takes one attempt in one step, so that attempts at the same moment, on whichever node, never share one; false
     * while the budget pauses.
     *
     * @param free attempts before the first pause
     */
    boolean take(String budget, int free, Instant now);

    /** Gives one attempt back, with the pause that it caused. */
    void giveBack(String budget, int free);

    /** Fills the budget. */
    void fill(String budget);
}
