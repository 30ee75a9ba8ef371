package org.serviceexchange.consumer.closing;

import java.util.Objects;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.consumer.connection.Refusals;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes a connection that the provider refused. */
@Service
public class CloseConnection {

    private final ProviderConnections connections;
    private final Closing closing;

    public CloseConnection(ProviderConnections connections, Closing closing) {
        this.connections = connections;
        this.closing = closing;
    }

    /** Closes the connection with the reason that the refused step stored in the record. */
    @Transactional
    public void close(String number) {
        LocalizedMessage kept = connections.lock(number).snapshot().reason();
        closing.close(number, Objects.requireNonNullElse(kept, Refusals.UNSAID));
    }
}
