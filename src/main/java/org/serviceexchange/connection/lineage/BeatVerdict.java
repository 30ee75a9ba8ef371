package org.serviceexchange.connection.lineage;

/** What the receiver says about a heartbeat. None but {@link #ACCEPTED} changes what it knows of the sender. */
public enum BeatVerdict {
    /** It is the newest of the incarnation that the receiver knows. */
    ACCEPTED,
    /** Its counter is not above the highest that was accepted. */
    BEHIND,
    /** Another heartbeat with the same counter was accepted. */
    FORK,
    /** The receiver knows a later incarnation, or another one with the same number. */
    SUPERSEDED,
    /** It is of a later incarnation; the receiver asks at the sender's address which one is right. */
    ASKING,
    /** The instance at the sender's address is another one: the sender is a copy of its database. */
    COPY,
    /** Two databases answer at the sender's address; a person at the receiver has to decide. */
    QUARANTINED
}
