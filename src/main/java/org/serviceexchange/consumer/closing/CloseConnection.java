package org.serviceexchange.consumer.closing;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.serviceexchange.connection.offboarding.EndConnection;
import org.serviceexchange.connection.state.AskedFirst;
import org.serviceexchange.consumer.connection.AgreedKeys;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.consumer.connection.Refusals;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.NotYetDue;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes a connection that was not onboarded, or ends one that is, with its keys. Has no effect on one that is over. */
@Service
public class CloseConnection {

    private final ProviderConnections connections;
    private final EndConnection endConnection;
    private final Journal journal;
    private final AskedFirst askedFirst;
    private final Clock clock;

    public CloseConnection(
            ProviderConnections connections,
            EndConnection endConnection,
            Journal journal,
            AskedFirst askedFirst,
            Clock clock) {
        this.clock = clock;
        this.askedFirst = askedFirst;
        this.connections = connections;
        this.endConnection = endConnection;
        this.journal = journal;
    }

    /** The provider refused it; the reason is the one that the refused step stored in the record. */
    @Transactional
    public void close(String number) {
        ProviderConnection connection = connections.lock(number);
        close(connection, Objects.requireNonNullElse(connection.snapshot().reason(), Refusals.UNSAID));
    }

    /** For a reason that this side has. */
    @Transactional
    public void close(String number, LocalizedMessage reason) {
        close(connections.lock(number), reason);
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
            requireDue(connection);
            if (probed) {
                throw connection.notNow();
            }
        }
        close(connection, LocalizedMessage.of("consumer.reason.expired"));
    }

    private void requireDue(ProviderConnection connection) {
        Instant due = connection.snapshot().link().expiresAt();
        NotYetDue.requireDue(due, clock.instant());
        if (connection.snapshot().provider() != null) {
            askedFirst.beforeGivingUp(ConnectionSide.CONSUMER, connection.number(), due);
        }
    }

    private void close(ProviderConnection connection, LocalizedMessage reason) {
        if (!connection.state().ended()) {
            connection.close(reason);
            closed(connection, reason);
        }
    }

    /** Ends a locked connection, also one that is onboarded; has no effect on one that is closed. */
    public void end(ProviderConnection connection, LocalizedMessage reason) {
        if (!connection.state().over()) {
            connection.end(reason);
            closed(connection, reason);
        }
    }

    private void closed(ProviderConnection connection, LocalizedMessage reason) {
        boolean live = connection.state() == ConnectionState.OFF_BOARDED;
        connections.save(connection);
        endConnection.end(connection.number());
        journal.workNote(
                connection.number(),
                Journal.SYSTEM,
                LocalizedMessage.of("consumer.note." + (live ? "offBoarded" : "closed"), reason));
    }
}
