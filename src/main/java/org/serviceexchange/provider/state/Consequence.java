package org.serviceexchange.provider.state;

import org.serviceexchange.connection.state.PeerPhase;
import org.serviceexchange.connection.state.PeerState;
import org.serviceexchange.connection.state.StateFacts;

/** What follows for a registration from the state of the consumer's connection; the rules of docs/protocol.md, section 13. */
enum Consequence {
    /** Nothing. */
    NONE,
    /** The consumer ended its connection before ours was complete: an admin decides, the link goes on working. */
    LEFT,
    /** The consumer ended the live connection: so do we. */
    ENDED,
    /** The consumer has lost the live connection: an admin decides. */
    LOST,
    /** The consumer has the connection after all, as after a restore from a backup, whatever was noted before. */
    FOUND,
    /** The consumer waits for a probe that we sent before: send it again. */
    PROBE_AGAIN;

    /** Of a registration that is claimed. */
    static Consequence of(StateFacts own, StateFacts consumer) {
        return switch (own.state()) {
            case UNKNOWN, CLOSED -> NONE;
            case OPEN, SUSPENDED ->
                consumer.state() == PeerState.CLOSED || consumer.state() == PeerState.UNKNOWN
                        ? LEFT
                        : consumer.claim().equals(own.claim()) ? FOUND : NONE;
            case COMPLETE -> ofComplete(own, consumer);
        };
    }

    private static Consequence ofComplete(StateFacts own, StateFacts consumer) {
        boolean same = consumer.claim().equals(own.claim());
        return switch (consumer.state()) {
            case UNKNOWN -> LOST;
            case CLOSED -> same ? ENDED : LOST;
            case COMPLETE -> same && consumer.keyId().equals(own.keyId()) ? FOUND : NONE;
            case OPEN, SUSPENDED -> ofOpen(own, consumer, same);
        };
    }

    /** A consumer that is agreeing keys may have a message under way that completes what we have. */
    private static Consequence ofOpen(StateFacts own, StateFacts consumer, boolean same) {
        if (same && consumer.keyId().equals(own.keyId())) {
            return PROBE_AGAIN;
        }
        return same && consumer.phase() == PeerPhase.KEY_EXCHANGE ? NONE : LOST;
    }
}
