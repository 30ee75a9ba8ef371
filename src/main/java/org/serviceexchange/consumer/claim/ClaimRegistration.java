package org.serviceexchange.consumer.claim;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.approval.ApprovalPlace;
import org.serviceexchange.consumer.connection.ConnectionProcess;
import org.serviceexchange.consumer.connection.LinkInUse;
import org.serviceexchange.consumer.connection.OpenConnection;
import org.serviceexchange.consumer.connection.PinnedProvider;
import org.serviceexchange.consumer.connection.ProviderCalls;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.consumer.connection.Refusals;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.kmf.Sealing;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.store.ChangedMeanwhile;
import org.serviceexchange.platform.store.Recording;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.serviceexchange.protocol.wire.MessageType;
import org.springframework.stereotype.Service;

/** Claims the registration at the provider with the link's one-time secret. */
@Service
public class ClaimRegistration {

    private final ProviderConnections connections;
    private final ConnectionProcess process;
    private final ProviderCalls provider;
    private final ClientKeys clientKeys;
    private final Sealing sealing;
    private final Journal journal;

    public ClaimRegistration(
            ProviderConnections connections,
            ConnectionProcess process,
            ProviderCalls provider,
            ClientKeys clientKeys,
            Sealing sealing,
            Journal journal) {
        this.connections = connections;
        this.process = process;
        this.provider = provider;
        this.clientKeys = clientKeys;
        this.sealing = sealing;
        this.journal = journal;
    }

    /**
     * Claims; the recording gives the reason if the provider refuses the claim permanently. A failure that may be
     * temporary is thrown.
     */
    public Recording<Optional<LocalizedMessage>> claim(String number) {
        ProviderConnection asked = connections.get(number);
        if (!asked.awaitsClaim()) {
            return Recording.nothing(Optional.empty());
        }
        asked.snapshot().requireApproved(ApprovalPlace.CLAIM);
        try {
            PinnedProvider answered = provider.claim(asked.invitation(), secret(asked), clientKeys.publicKey(number));
            return () -> claimed(current(asked), answered);
        } catch (PeerProblem e) {
            LocalizedMessage said = refusal(e);
            return () -> refused(current(asked), said);
        } catch (Problem e) {
            if (Refusals.isFinal(e)) {
                return () -> refused(current(asked), Refusals.said(e));
            }
            throw e;
        }
    }

    /** The connection as it is now; the provider is asked again if a newer link was opened while it answered. */
    private ProviderConnection current(ProviderConnection asked) {
        ProviderConnection connection = connections.lock(asked.number());
        boolean same = connection
                .snapshot()
                .link()
                .hash()
                .equals(asked.snapshot().link().hash());
        if (!same || !connection.awaitsClaim()) {
            throw new ChangedMeanwhile(asked.number());
        }
        return connection;
    }

    private Optional<LocalizedMessage> claimed(ProviderConnection connection, PinnedProvider answered) {
        String number = connection.number();
        connection.claimed(answered);
        connections.save(connection);
        process.expiresAt(number, answered.linkExpiresAt());
        journal.workNote(
                number,
                Journal.SYSTEM,
                LocalizedMessage.of("consumer.note.claimed", answered.name()),
                List.of(Receipt.signed(
                        MessageType.CLAIM_ANSWER.payloadType(),
                        false,
                        answered.party().signatureKey(),
                        answered.answer())));
        return Optional.empty();
    }

    private String secret(ProviderConnection connection) {
        LinkInUse.Secret secret = connection.snapshot().link().secret();
        if (secret == null) {
            throw connection.notNow();
        }
        return new String(
                sealing.open(OpenConnection.SECRET, connection.number(), secret.sealed()), StandardCharsets.UTF_8);
    }

    private static LocalizedMessage refusal(PeerProblem problem) {
        if (Refusals.isFinal(problem)) {
            return Refusals.said(problem);
        }
        throw problem;
    }

    private Optional<LocalizedMessage> refused(ProviderConnection connection, LocalizedMessage said) {
        if (connection.keepEarlierClaim()) {
            connections.save(connection);
            journal.workNote(
                    connection.number(), Journal.SYSTEM, LocalizedMessage.of("consumer.note.linkNotAccepted", said));
            return Optional.empty();
        }
        LocalizedMessage reason = LocalizedMessage.of("consumer.reason.refused", said);
        connection.refused(reason);
        connections.save(connection);
        return Optional.of(reason);
    }
}
