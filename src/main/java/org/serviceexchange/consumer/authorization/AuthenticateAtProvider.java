package org.serviceexchange.consumer.authorization;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.serviceexchange.approval.ApprovalPlace;
import org.serviceexchange.consumer.connection.ConnectionProcess;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.PinnedProvider;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.consumer.connection.SealedToken;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.kmf.Sealing;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records the authorization that a person obtained at the provider. */
@Service
public class AuthenticateAtProvider {

    /** Purpose for which the access token is sealed. */
    public static final String TOKEN = "connection-token";

    private final ProviderConnections connections;
    private final ConnectionProcess process;
    private final Sealing sealing;
    private final Journal journal;

    public AuthenticateAtProvider(
            ProviderConnections connections, ConnectionProcess process, Sealing sealing, Journal journal) {
        this.connections = connections;
        this.process = process;
        this.sealing = sealing;
        this.journal = journal;
    }

    /**
     * The provider of a connection that is waiting for the authentication; otherwise a problem that says what comes
     * next.
     */
    public PinnedProvider provider(String number) {
        ProviderConnection connection = connections.get(number);
        if (connection.state() != ConnectionState.AWAITING_AUTHENTICATION) {
            throw connection.notNow();
        }
        connection.snapshot().requireApproved(ApprovalPlace.KEY_EXCHANGE);
        return connection.pinnedProvider();
    }

    /** Throws a problem that says what comes next unless somebody has authenticated. */
    public void requireAuthenticated(String number) {
        ProviderConnection connection = connections.lock(number);
        if (connection.state() == ConnectionState.AWAITING_AUTHENTICATION) {
            throw connection.notNow();
        }
    }

    /** Stores the sealed token in the record and continues the process. */
    @Transactional
    public void authenticated(String number, String user, String token, Instant expiresAt) {
        ProviderConnection connection = connections.lock(number);
        byte[] sealed = sealing.seal(TOKEN, number, token.getBytes(StandardCharsets.UTF_8));
        connection.authenticated(new SealedToken(sealed, expiresAt));
        connections.save(connection);
        journal.workNote(number, user, LocalizedMessage.of("consumer.note.authenticated"));
        process.authenticated(number);
    }
}
