package org.serviceexchange.consumer.closing;

import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.consumer.keyexchange.KeyRing;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes a connection for any reason and destroys its keys. */
@Component
public class Closing {

    private final ProviderConnections connections;
    private final KeyRing keyRing;
    private final Journal journal;

    public Closing(ProviderConnections connections, KeyRing keyRing, Journal journal) {
        this.connections = connections;
        this.keyRing = keyRing;
        this.journal = journal;
    }

    /** Closes the connection; does nothing if it is closed already. */
    @Transactional
    public void close(String number, LocalizedMessage reason) {
        ProviderConnection connection = connections.lock(number);
        if (!connection.state().ended()) {
            connection.close(reason);
            connections.save(connection);
            keyRing.destroy(number);
            journal.workNote(number, Journal.SYSTEM, LocalizedMessage.of("consumer.note.closed", reason));
        }
    }
}
