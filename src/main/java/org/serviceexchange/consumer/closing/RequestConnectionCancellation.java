package org.serviceexchange.consumer.closing;

import org.serviceexchange.consumer.connection.ConnectionProcess;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the process to cancel a connection, for an admin. */
@Service
public class RequestConnectionCancellation {

    private final ProviderConnections connections;
    private final ConnectionProcess process;
    private final CloseConnection closeConnection;
    private final Journal journal;

    public RequestConnectionCancellation(
            ProviderConnections connections,
            ConnectionProcess process,
            CloseConnection closeConnection,
            Journal journal) {
        this.closeConnection = closeConnection;
        this.connections = connections;
        this.process = process;
        this.journal = journal;
    }

    /** Requests the cancellation; a closed connection is a problem that names its state. */
    @Transactional
    public void request(String number, String user) {
        ProviderConnection connection = connections.lock(number);
        journal.workNote(number, user, LocalizedMessage.of("consumer.note.cancelled"));
        if (connection.snapshot().lost()) {
            closeConnection.end(connection, LocalizedMessage.of("consumer.reason.cancelled"));
        } else if (connection.state().ended() || !process.cancel(number)) {
            throw connection.notNow();
        }
    }
}
