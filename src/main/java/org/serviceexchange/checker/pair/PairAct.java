package org.serviceexchange.checker.pair;

import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;

/**
 * Something that can happen to a pair.
 *
 * @param side at which it happens
 * @param said what happens, in one sentence
 * @param urgent whether nothing else can happen before it
 */
public record PairAct(By by, ConnectionSide side, LocalizedMessage said, boolean urgent, Runnable run) {

    /** Whether it happens without anybody's doing. */
    public enum By {
        PERSON,
        SYSTEM,
        TIME
    }
}
