package org.serviceexchange.consumer.web;

import java.util.List;
import org.serviceexchange.consumer.AgreedKeys;
import org.serviceexchange.consumer.ConnectionPosition;
import org.serviceexchange.consumer.ProviderConnection;

/**
 * Where a connection is at one moment; the page asks for it until it differs from what it shows.
 *
 * @param state as people read it
 * @param ended whether nothing will change any more
 * @param inbound whether the provider's probe was opened
 * @param outbound whether the provider opened our probe
 * @param findings how many there are
 * @param trouble why the current step keeps failing; empty if it does not
 * @param active ids of the elements of the process
 */
record ConnectionSnapshot(
        String state,
        boolean ended,
        boolean inbound,
        boolean outbound,
        int findings,
        String trouble,
        List<String> active) {

    static ConnectionSnapshot of(ProviderConnection connection, ConnectionPosition position) {
        boolean ended = connection.state().ended();
        return new ConnectionSnapshot(
                connection.state().label(),
                ended,
                connection.keys().filter(AgreedKeys::inbound).isPresent(),
                connection.keys().filter(AgreedKeys::outbound).isPresent(),
                connection.progress().findings().size(),
                ended ? "" : position.trouble(connection.number()).orElse(""),
                ended ? List.of() : position.activeElements(connection.number()));
    }

    /** Equal for two moments exactly if a person would see no difference. */
    public String fingerprint() {
        return Integer.toHexString(hashCode());
    }
}
