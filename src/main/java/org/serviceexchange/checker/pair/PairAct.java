package org.serviceexchange.checker.pair;

import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;

/**
 * Something that can happen to a pair.
 *
 * @param side at which it happens
 * @param said what happens, in one sentence
 * @param when how long it may take until it happens
 */
public record PairAct(By by, ConnectionSide side, LocalizedMessage said, When when, Runnable run) {

    /** How long something may take. */
    public enum When {
        /** Nothing else can happen before it. */
        BEFORE_ALL,
        /** It happens soon, as a job does. */
        SOON,
        /** It may take as long as it likes. */
        SOME_TIME
    }

    /** Whether nothing else can happen before it. */
    public boolean urgent() {
        return when == When.BEFORE_ALL;
    }

    /** Whether a circle of such steps keeps an instance busy. */
    public boolean restless() {
        return when != When.SOME_TIME;
    }

    /** Whether it happens without anybody's doing. */
    public enum By {
        PERSON,
        SYSTEM,
        TIME
    }
}
