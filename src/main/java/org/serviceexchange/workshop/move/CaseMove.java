package org.serviceexchange.workshop.move;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Running cases of a process that a person moves to another version.
 *
 * @param number such as {@code PMM0001001}
 * @param plan from where to where
 * @param author who started it
 * @param undoOf number of the move that this one takes back; null for others
 */
public record CaseMove(
        String number,
        MovePlan plan,
        String author,
        Instant startedAt,
        State state,
        @Nullable String undoOf) {

    /** Whether it goes on. */
    public enum State {
        RUNNING,
        /** A person stopped it. */
        STOPPED,
        /** Every case has its result. */
        DONE
    }

    CaseMove in(State next) {
        return new CaseMove(number, plan, author, startedAt, next, undoOf);
    }
}
