package org.serviceexchange.consumer.state;

import java.util.Objects;
import org.serviceexchange.connection.life.ConnectionLife;
import org.serviceexchange.consumer.closing.CloseConnection;
import org.serviceexchange.consumer.connection.ConnectionProcess;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.consumer.keyexchange.LivingProviders;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.stereotype.Service;

/** Carries out, for a locked connection, what follows from the state of the provider's registration. */
@Service
public class AdoptProviderState {

    private final ProviderConnections connections;
    private final ConnectionProcess process;
    private final CloseConnection closeConnection;
    private final ConnectionLife life;
    private final Journal journal;

    public AdoptProviderState(
            ProviderConnections connections,
            ConnectionProcess process,
            CloseConnection closeConnection,
            ConnectionLife life,
            Journal journal) {
        this.connections = connections;
        this.process = process;
        this.closeConnection = closeConnection;
        this.life = life;
        this.journal = journal;
    }

    void adopt(ProviderConnection connection, Verdict verdict) {
        LocalizedMessage before = connection.snapshot().reason();
        switch (verdict.kind()) {
            case NONE -> {
                if (before != null) {
                    connection.warned(null);
                    connections.save(connection);
                }
            }
            case WARN -> {
                if (!Objects.equals(before, verdict.reason())) {
                    connection.warned(verdict.reason());
                    connections.save(connection);
                    journal.workNote(connection.number(), Journal.SYSTEM, verdict.reason());
                }
            }
            case NEW_KEYS -> {
                if (LivingProviders.KEYS_GONE.equals(before)) {
                    end(connection, verdict.reason());
                } else if (!life.rotationAsked(connection.number())) {
                    life.retry(connection.number());
                }
            }
            case END -> end(connection, verdict.reason());
        }
    }

    /** The record first: the process, if it runs still, then finds it closed and ends. */
    private void end(ProviderConnection connection, LocalizedMessage reason) {
        closeConnection.end(connection, reason);
        process.cancel(connection.number());
    }
}
