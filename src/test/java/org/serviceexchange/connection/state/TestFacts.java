package org.serviceexchange.connection.state;

/** States as one side says them; each test names what differs. */
public final class TestFacts {

    private TestFacts() {}

    /** A record that says this, of the claim {@code client-1} with these keys. */
    public static StateFacts of(PeerState state, PeerPhase phase, String keyId) {
        return of(state, phase, "client-1", keyId);
    }

    /** A record of this claim with these keys; empty is none. */
    public static StateFacts of(PeerState state, PeerPhase phase, String claim, String keyId) {
        PeerReason reason = state == PeerState.CLOSED ? PeerReason.CANCELLED : PeerReason.NONE;
        return new StateFacts("", state, phase, reason, claim, 1, keyId, 1, NextActor.NOBODY);
    }
}
