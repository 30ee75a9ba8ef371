package org.serviceexchange.consumer.closing;

import org.serviceexchange.consumer.connection.AgreedKeys;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes a connection whose link has expired. */
@Service
public class ExpireConnection {

    private final ProviderConnections connections;
    private final Closing closing;

    public ExpireConnection(ProviderConnections connections, Closing closing) {
        this.connections = connections;
        this.closing = closing;
    }

    /**
     * The reason is that nobody finished in time. Refused once the provider has probed us: the connection is active for it, and
     * must not end on one side only.
     */
    @Transactional
    public void expire(String number) {
        ProviderConnection connection = connections.lock(number);
        if (!connection.state().ended()
                && connection.keys().filter(AgreedKeys::inbound).isPresent()) {
            throw connection.notNow();
        }
        closing.close(number, LocalizedMessage.of("consumer.reason.expired"));
    }
}
