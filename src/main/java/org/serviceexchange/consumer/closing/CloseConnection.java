package org.serviceexchange.consumer.closing;

import java.time.Clock;
import java.util.Objects;
import org.serviceexchange.consumer.connection.AgreedKeys;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.consumer.connection.Refusals;
import org.serviceexchange.consumer.keyexchange.KeyRing;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.NotYetDue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes a connection that was not onboarded, and destroys its keys. Has no effect if it has ended already. */
@Service
public class CloseConnection {

    private final ProviderConnections connections;
    private final KeyRing keyRing;
    private final Journal journal;
    private final Clock clock;

    public CloseConnection(ProviderConnections connections, KeyRing keyRing, Journal journal, Clock clock) {
        this.clock = clock;
        this.connections = connections;
        this.keyRing = keyRing;
        this.journal = journal;
    }

    /** The provider refused it; the reason is the one that the refused step stored in the record. */
    @Transactional
    public void close(String number) {
        ProviderConnection connection = connections.lock(number);
        close(connection, Objects.requireNonNullElse(connection.snapshot().reason(), Refusals.UNSAID));
    }

    /** An admin cancelled it; the journal already names the admin. */
    @Transactional
    public void cancel(String number) {
        close(connections.lock(number), LocalizedMessage.of("consumer.reason.cancelled"));
    }

    /**
     * Its link has expired: nobody finished in time. A {@link NotYetDue} if the record says that it has not. Refused once the provider has probed this instance: the connection is
     * active for the provider, and must not end on one side only.
     */
    @Transactional
    public void expire(String number) {
        ProviderConnection connection = connections.lock(number);
        boolean probed = connection.keys().filter(AgreedKeys::inbound).isPresent();
        if (!connection.state().ended()) {
            NotYetDue.requireDue(connection.snapshot().link().expiresAt(), clock.instant());
            if (probed) {
                throw connection.notNow();
            }
        }
        close(connection, LocalizedMessage.of("consumer.reason.expired"));
    }

    private void close(ProviderConnection connection, LocalizedMessage reason) {
        if (!connection.state().ended()) {
            connection.close(reason);
            connections.save(connection);
            keyRing.destroy(connection.number());
            journal.workNote(connection.number(), Journal.SYSTEM, LocalizedMessage.of("consumer.note.closed", reason));
        }
    }
}
