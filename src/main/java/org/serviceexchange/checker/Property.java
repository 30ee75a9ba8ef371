package org.serviceexchange.checker;

import org.serviceexchange.platform.message.LocalizedMessage;

/** What is proved of a pair of processes, the gravest first. */
public enum Property {
    /** No connection is active without match, consent and both proofs. */
    EARNED,
    /** No message is lost that somebody waits for. */
    HEARD,
    /** No case walks on and on without waiting. */
    RESTING,
    /** No case waits at one place twice. */
    SINGLE,
    /** A process ends exactly when its record does. */
    TOGETHER,
    /** Nothing waits for what its record gave up long ago. */
    PUNCTUAL,
    /** Somebody can be connected. */
    POSSIBLE,
    /** Nothing is active on one side only for ever. */
    MUTUAL,
    /** Every state can reach an end. */
    ENDING,
    /** Time brings every case to an end, without any person. */
    TIMELY;

    /** The property as a sentence. */
    public LocalizedMessage sentence() {
        return LocalizedMessage.of("checker.property." + this);
    }
}
