package org.serviceexchange.connection.state;

/** How far an open record has come. */
public enum PeerPhase {
    /** The record is not open. */
    NONE,
    /** The prerequisites are checked, or a person resolves findings. */
    VALIDATION,
    /** The link exists, and no consumer has claimed it. */
    INVITATION,
    /** The consumer claims. */
    CLAIM,
    /** The contact has to authenticate and consent. */
    AUTHORIZATION,
    /** Keys are being agreed. */
    KEY_EXCHANGE,
    /** Keys are agreed, and probes prove them. */
    ACTIVATION
}
