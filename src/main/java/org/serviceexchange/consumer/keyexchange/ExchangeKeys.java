package org.serviceexchange.consumer.keyexchange;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.serviceexchange.approval.ApprovalPlace;
import org.serviceexchange.consumer.authorization.AuthenticateAtProvider;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.ProviderCalls;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.consumer.connection.Refusals;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.kmf.Sealing;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.store.Recording;
import org.serviceexchange.protocol.handshake.AnsweredExchange;
import org.serviceexchange.protocol.handshake.ConnectionKeys;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.springframework.stereotype.Service;

/** Agrees keys with the provider, authorized by the person's access token. */
@Service
public class ExchangeKeys {

    private final ProviderConnections connections;
    private final ProviderCalls provider;
    private final KeyRing keyRing;
    private final Sealing sealing;
    private final Journal journal;
    private final Clock clock;

    public ExchangeKeys(
            ProviderConnections connections,
            ProviderCalls provider,
            KeyRing keyRing,
            Sealing sealing,
            Journal journal,
            Clock clock) {
        this.connections = connections;
        this.provider = provider;
        this.keyRing = keyRing;
        this.sealing = sealing;
        this.journal = journal;
        this.clock = clock;
    }

    /** Runs the exchange unless its keys exist already. */
    public Recording<ExchangeOutcome> exchange(String number) {
        ProviderConnection connection = connections.get(number);
        if (connection.keys().isPresent()) {
            return Recording.nothing(ExchangeOutcome.agreed());
        }
        connection.snapshot().requireApproved(ApprovalPlace.KEY_EXCHANGE);
        Optional<String> token = token(connection);
        return token.isPresent()
                ? exchange(connection, token.get())
                : () -> expired(connections.lock(number), LocalizedMessage.of("consumer.note.authorizationUsedUp"));
    }

    private Recording<ExchangeOutcome> exchange(ProviderConnection asked, String token) {
        String number = asked.number();
        try {
            AnsweredExchange answered = provider.exchangeKeys(asked.invitation(), asked.pinnedProvider(), token);
            return () -> agreed(connections.lock(number), answered);
        } catch (PeerProblem e) {
            if (Refusals.asksForThePerson(e)) {
                return () -> expired(
                        connections.lock(number),
                        LocalizedMessage.of("consumer.note.authorizationRefused", Refusals.said(e)));
            }
            if (Refusals.isFinal(e)) {
                return () -> refused(
                        connections.lock(number), LocalizedMessage.of("consumer.reason.refused", Refusals.said(e)));
            }
            throw e;
        }
    }

    private ExchangeOutcome agreed(ProviderConnection connection, AnsweredExchange answered) {
        ConnectionKeys keys = provider.finishExchange(connection.pinnedProvider(), answered);
        keyRing.keep(connection.number(), keys);
        connection.keysAgreed(keys.keyId());
        connections.save(connection);
        journal.workNote(
                connection.number(),
                Journal.SYSTEM,
                LocalizedMessage.of("consumer.note.keysAgreed"),
                provider.receipts(connection.invitation(), connection.pinnedProvider(), answered));
        return ExchangeOutcome.agreed();
    }

    private Optional<String> token(ProviderConnection connection) {
        return Optional.ofNullable(connection.snapshot().token())
                .filter(token -> clock.instant().isBefore(token.expiresAt()))
                .map(token -> sealing.open(AuthenticateAtProvider.TOKEN, connection.number(), token.sealed()))
                .map(token -> new String(token, StandardCharsets.UTF_8));
    }

    private ExchangeOutcome refused(ProviderConnection connection, LocalizedMessage reason) {
        connection.refused(reason);
        connections.save(connection);
        return ExchangeOutcome.refused(reason);
    }

    private ExchangeOutcome expired(ProviderConnection connection, LocalizedMessage note) {
        if (connection.state() == ConnectionState.EXCHANGING_KEYS) {
            connection.authorizationExpired();
            connections.save(connection);
            journal.workNote(connection.number(), Journal.SYSTEM, note);
        }
        return ExchangeOutcome.authorizationExpired();
    }
}
