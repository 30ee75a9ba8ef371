package org.serviceexchange.connection.state;

/**
 * What one side knows of its own record of a registration; the components are those of {@link StateDocument}. A text that
 * does not apply is empty.
 */
public record StateFacts(
        String connection,
        PeerState state,
        PeerPhase phase,
        PeerReason reason,
        String claim,
        int generation,
        String keyId,
        long version,
        NextActor next) {

    /** There is no such record. */
    public static StateFacts unknown() {
        return new StateFacts("", PeerState.UNKNOWN, PeerPhase.NONE, PeerReason.NONE, "", 0, "", 0, NextActor.NOBODY);
    }

    /** The same with keys of this id. */
    public StateFacts withKeyId(String other) {
        return new StateFacts(connection, state, phase, reason, claim, generation, other, version, next);
    }

    /** The same for a peer whose claim is not, or no longer, the one in force: it learns nothing of another's claim and keys. */
    public StateFacts withoutClaim() {
        return new StateFacts(connection, state, phase, reason, "", generation, "", version, next);
    }
}
