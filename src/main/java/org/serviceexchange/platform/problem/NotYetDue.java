package org.serviceexchange.platform.problem;

import java.time.Instant;

/**
 * A timer asked for something before its time, as the record has it: nothing is changed, and the timer waits until then. It is
 * no failure: nobody has to act, and no retry is used up.
 */
public class NotYetDue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Instant due;

    private NotYetDue(Instant due) {
        super("Not due before " + due, null, false, false);
        this.due = due;
    }

    /** Throws this if the time has not come. */
    public static void requireDue(Instant due, Instant now) {
        if (now.isBefore(due)) {
            throw new NotYetDue(due);
        }
    }

    public Instant due() {
        return due;
    }
}
