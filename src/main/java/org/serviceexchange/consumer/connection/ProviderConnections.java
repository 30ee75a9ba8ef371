package org.serviceexchange.consumer.connection;

import java.util.Optional;

/** The provider connections of this instance. */
public interface ProviderConnections {

    /** Adds a new one; only one may be open for a provider and registration, see {@link #lockOpen}. */
    void add(ProviderConnection connection);

    void save(ProviderConnection connection);

    Optional<ProviderConnection> find(String number);

    /** Locks the row until the transaction ends; an unknown number is a {@code CONNECTION_UNKNOWN} problem. */
    ProviderConnection lock(String number);

    /** Locks and returns the connection that has not been closed for this provider and registration. */
    Optional<ProviderConnection> lockOpen(String pin, String registration);

    /** Locks and returns the connection whose keys have this id. */
    Optional<ProviderConnection> lockByKeyId(String keyId);
}
