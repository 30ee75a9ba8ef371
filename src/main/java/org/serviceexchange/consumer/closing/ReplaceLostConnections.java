package org.serviceexchange.consumer.closing;

import java.util.List;
import org.serviceexchange.consumer.connection.LostConnections;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Attaches this instance again to a provider that has lost its record altogether, such as one that was restored from an
 * earlier backup: the connection that the provider has lost ends in the act that begins its successor. No trust is carried
 * over; the contact consents anew.
 */
@Service
public class ReplaceLostConnections implements LostConnections {

    private final ProviderConnections connections;
    private final CloseConnection closeConnection;
    private final Journal journal;

    public ReplaceLostConnections(ProviderConnections connections, CloseConnection closeConnection, Journal journal) {
        this.connections = connections;
        this.closeConnection = closeConnection;
        this.journal = journal;
    }

    /** The connections to the same provider that this one would replace, if it is for their company: those that the provider has lost. */
    public List<ProviderConnection> replaceableBy(ProviderConnection next) {
        return connections.lost(next.invitation().pin()).stream()
                .filter(found -> found.snapshot().lostAtProvider())
                .filter(lost -> !lost.number().equals(next.number()))
                .toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(ProviderConnection lost, String next) {
        closeConnection.end(lost, LocalizedMessage.of("consumer.reason.replacedBy", next));
    }

    /** Ends those of the same company; part of the transaction in which a person chose it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replaceBy(ProviderConnection next, Author user) {
        for (ProviderConnection found : replaceableBy(next)) {
            ProviderConnection lost = connections.lock(found.number());
            String company = lost.snapshot().company();
            if (lost.snapshot().lostAtProvider()
                    && company != null
                    && company.equals(next.snapshot().company())) {
                replace(lost, next.number());
                journal.workNote(next.number(), user, LocalizedMessage.of("consumer.note.replaces", lost.number()));
            }
        }
    }
}
