package org.serviceexchange.consumer.connection;

/** Ends connections that their provider has lost, in the transaction that begins their successor. */
@FunctionalInterface
public interface LostConnections {

    /**
     * Ends a locked connection that the provider has lost, and notes it in its journal.
     *
     * @param next number of its successor
     */
    void replace(ProviderConnection lost, String next);
}
