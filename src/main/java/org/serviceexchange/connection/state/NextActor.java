package org.serviceexchange.connection.state;

import org.serviceexchange.protocol.wire.ConnectionSide;

/** Who acts next, in words that mean the same on both sides. */
public enum NextActor {
    PROVIDER,
    CONSUMER,
    /** The process goes on by itself. */
    SYSTEM,
    NOBODY;

    /** The people of this side. */
    public static NextActor of(ConnectionSide side) {
        return side == ConnectionSide.PROVIDER ? PROVIDER : CONSUMER;
    }
}
