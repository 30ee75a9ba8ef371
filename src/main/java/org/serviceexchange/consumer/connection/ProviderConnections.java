package org.serviceexchange.consumer.connection;

import java.util.Optional;

/** The provider connections of this instance. */
public interface ProviderConnections {

    /** Adds a connection; throws {@link AlreadyOpen} if another one is open for the same provider and registration. */
    void add(ProviderConnection connection);

    void save(ProviderConnection connection);

    Optional<ProviderConnection> find(String number);

    /** Locks the row until the transaction ends; an unknown number is a {@code CONNECTION_UNKNOWN} problem. */
    ProviderConnection lock(String number);

    /** Locks and returns the open connection for this provider and registration. */
    Optional<ProviderConnection> lockOpen(String pin, String registration);

    /** Locks and returns the connection whose keys have this id. */
    Optional<ProviderConnection> ofKeyId(String keyId);

    /** The same, locked until the end of the transaction. */
    Optional<ProviderConnection> lockByKeyId(String keyId);
}
