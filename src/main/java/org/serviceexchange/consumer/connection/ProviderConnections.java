package org.serviceexchange.consumer.connection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** The provider connections of this instance. */
public interface ProviderConnections {

    /** Adds a connection; throws {@link AlreadyOpen} if another one is open for the same provider and registration. */
    void add(ProviderConnection connection);

    void save(ProviderConnection connection);

    Optional<ProviderConnection> find(String number);

    /** The connection with this number; a {@code CONNECTION_UNKNOWN} problem if there is none. */
    default ProviderConnection get(String number) {
        return find(number).orElseThrow(() -> new Problem(ProblemCode.CONNECTION_UNKNOWN, number));
    }

    /** Locks the row until the transaction ends; an unknown number is a {@code CONNECTION_UNKNOWN} problem. */
    ProviderConnection lock(String number);

    /** Locks and returns the open connection for this provider and registration. */
    Optional<ProviderConnection> lockOpen(String pin, String registration);

    /** Locks and returns the newest connection for this provider and registration, whether it is open or not. */
    Optional<ProviderConnection> lockNewest(String pin, String registration);

    /** Version of the row, which grows with each change. */
    default long version(String number) {
        return versions(List.of(number)).getOrDefault(number, 0L);
    }

    /** Numbers of connections that were claimed and have not ended, newest first. */
    List<String> claimed(int limit);

    /** Numbers of connections whose process has not ended, newest first. */
    List<String> open(int limit);

    /** Numbers of onboarded connections, in order, after the given one. */
    List<String> live(String after, int limit);

    /**
     * Connections to the provider with this pin that are {@link ConnectionSnapshot#lost}, in the order of their numbers;
     * altered ones are left out.
     */
    List<ProviderConnection> lost(String pin);

    /** Locks and returns the connection whose keys have this id. */
    Optional<ProviderConnection> ofKeyId(String keyId);

    /** The same, locked until the end of the transaction. */
    Optional<ProviderConnection> lockByKeyId(String keyId);

    /** The versions of the records with these numbers, which grow with each change. */
    Map<String, Long> versions(List<String> numbers);
}
