package org.serviceexchange.provider.registration;

import java.util.Optional;

/** All consumer registrations. */
public interface Registrations {

    Optional<Registration> find(String number);

    /**
     * The registration, its row locked until the transaction ends; every change begins with this. An unknown number is a
     * {@code REGISTRATION_UNKNOWN} problem.
     */
    Registration lock(String number);

    /** Adds a new one; one that is open, or connected, for the same company and URL is a {@code REGISTRATION_EXISTS} problem. */
    void add(Registration registration);

    /** Writes a locked one back. */
    void save(Registration registration);

    /** The one that is not closed, or is connected, for this company and this consumer. */
    Optional<Registration> occupying(String companyId, String consumerUrl);

    /** The open one whose link has a secret with this keyed hash. */
    Optional<Registration> ofSecret(String secretHash);

    /** The one whose claim made this OAuth client. */
    Optional<Registration> ofClient(String clientId);

    /** As {@link #ofClient}, its row locked until the transaction ends. */
    Optional<Registration> lockOfClient(String clientId);

    /** The one whose connection has keys with this id. */
    Optional<Registration> ofKey(String keyId);
}
