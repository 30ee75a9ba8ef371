package org.serviceexchange.consumer.authorization;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.serviceexchange.consumer.connection.ConnectionProcess;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.PinnedProvider;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.consumer.connection.SealedToken;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.kmf.Sealing;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the authorization that the person got at the provider. */
@Service
public class AuthenticateAtProvider {

    /** What the access token is sealed for. */
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

    /** The provider of a connection that waits for an authentication; anything else is a problem that says what is next. */
    public PinnedProvider provider(String number) {
        ProviderConnection connection =
                connections.find(number).orElseThrow(() -> new Problem(ProblemCode.CONNECTION_UNKNOWN, number));
        if (connection.state() != ConnectionState.AWAITING_AUTHENTICATION) {
            throw connection.notNow();
        }
        return connection.pinnedProvider();
    }

    /** Refuses to go on while nobody has authenticated, with a problem that says what is next. */
    public void requireAuthenticated(String number) {
        ProviderConnection connection = connections.lock(number);
        if (connection.state() == ConnectionState.AWAITING_AUTHENTICATION) {
            throw connection.notNow();
        }
    }

    /** Seals the token in the record and moves the process on. */
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
