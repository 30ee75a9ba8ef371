package org.serviceexchange.connection.state;

import org.serviceexchange.platform.message.LocalizedMessage;

/** Why a record is closed. */
public enum PeerReason {
    /** It is not closed. */
    NONE,
    EXPIRED,
    CANCELLED,
    /** Somebody who has the registration link declined. */
    DECLINED,
    /** The key exchange failed, and a person gave up. */
    FAILED,
    /** The other side refused for good. */
    REFUSED,
    /** A newer link ended it. */
    REPLACED,
    /** The other side ended it. */
    ENDED_BY_PEER,
    /** One side has lost what the other one still has, as after a restore from a backup. */
    LOST,
    /** A person of this side ended the live connection. */
    OFF_BOARDED;

    /** The name for people. */
    public LocalizedMessage label() {
        return LocalizedMessage.of("state.reason." + this);
    }
}
