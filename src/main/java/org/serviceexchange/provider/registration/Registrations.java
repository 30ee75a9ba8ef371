package org.serviceexchange.provider.registration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** All consumer registrations. */
public interface Registrations {

    Optional<Registration> find(String number);

    /** The registration with this number; a {@code REGISTRATION_UNKNOWN} problem if there is none. */
    default Registration get(String number) {
        return find(number).orElseThrow(() -> new Problem(ProblemCode.REGISTRATION_UNKNOWN, number));
    }

    /**
     * Locks the row until the transaction ends and returns the registration; every change begins with this. An unknown
     * number is a {@code REGISTRATION_UNKNOWN} problem.
     */
    Registration lock(String number);

    /** Since when it has been pending on whom it is pending on now. */
    Instant pendingSince(String number);

    /**
     * Adds a registration; a {@code REGISTRATION_EXISTS} problem if another one for the same company and URL is open or
     * connected.
     */
    void add(Registration registration);

    /** Saves a locked registration. */
    void save(Registration registration);

    /** Version of the row, which grows with each change. */
    default long version(String number) {
        return versions(List.of(number)).getOrDefault(number, 0L);
    }

    /** Numbers of open registrations that a consumer has claimed, newest first. */
    List<String> claimed(int limit);

    /** Numbers of registrations with a live connection, in order, after the given one. */
    List<String> live(String after, int limit);

    /** The one that is not closed, or is connected, for this company and this consumer. */
    Optional<Registration> occupying(String companyId, String consumerUrl);

    /** The open registration whose link's secret has this keyed hash. */
    Optional<Registration> ofSecret(String secretHash);

    /** The registration whose claim created this OAuth client. */
    Optional<Registration> ofClient(String clientId);

    /** As {@link #ofClient}, but locks the row until the transaction ends. */
    Optional<Registration> lockOfClient(String clientId);

    /** The registration whose connection has keys with this id. */
    Optional<Registration> ofKey(String keyId);

    /** The versions of the records with these numbers, which grow with each change. */
    Map<String, Long> versions(List<String> numbers);
}
