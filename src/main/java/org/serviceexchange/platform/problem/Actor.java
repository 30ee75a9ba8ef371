package org.serviceexchange.platform.problem;

/** Who can do something about a problem. */
public enum Actor {
    /** The person in front of the screen. */
    USER,
    /** The contact, an admin of the consumer instance. */
    CONTACT,
    /** An admin of the provider instance. */
    PROVIDER_ADMIN,
    /** An admin of the consumer instance. */
    CONSUMER_ADMIN,
    /** Whoever runs this instance. */
    OPERATOR,
    /** Whoever writes the software of the other instance. */
    PEER_DEVELOPER,
    /** Whoever writes or runs the software that uses the API. */
    INTEGRATOR
}
