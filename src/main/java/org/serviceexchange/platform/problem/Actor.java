package org.serviceexchange.platform.problem;

/** Who can resolve a problem. */
public enum Actor {
    /** The person in front of the screen. */
    USER,
    /** The contact, an admin of the consumer instance. */
    CONTACT,
    /** An admin of the provider instance. */
    PROVIDER_ADMIN,
    /** An admin of the consumer instance. */
    CONSUMER_ADMIN,
    /** The operator of this instance. */
    OPERATOR,
    /** The developer of the other instance's software. */
    PEER_DEVELOPER,
    /** The developer or operator of the software that uses the API. */
    INTEGRATOR
}
