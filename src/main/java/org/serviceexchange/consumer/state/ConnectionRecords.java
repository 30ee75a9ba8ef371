package org.serviceexchange.consumer.state;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.connection.rotation.KeySets;
import org.serviceexchange.connection.signature.FormerPeerKeys;
import org.serviceexchange.connection.state.Addressee;
import org.serviceexchange.connection.state.SharedRecords;
import org.serviceexchange.connection.state.Standing;
import org.serviceexchange.connection.state.StateFacts;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.stereotype.Service;

/** The connections of this instance, as providers may ask for them: a provider learns of its own registrations only. */
@Service
public class ConnectionRecords implements SharedRecords {

    private final ProviderConnections connections;
    private final AdoptProviderState adoptProviderState;
    private final KeySets keySets;
    private final FormerPeerKeys formerKeys;

    public ConnectionRecords(
            ProviderConnections connections,
            AdoptProviderState adoptProviderState,
            KeySets keySets,
            FormerPeerKeys formerKeys) {
        this.formerKeys = formerKeys;
        this.connections = connections;
        this.adoptProviderState = adoptProviderState;
        this.keySets = keySets;
    }

    @Override
    public ConnectionSide side() {
        return ConnectionSide.CONSUMER;
    }

    /** Whoever asks is told of records with its own pin only; there is none of anybody else. */
    @Override
    public Optional<Standing> standing(String peer, String registration, boolean proven) {
        Optional<ProviderConnection> pinned = connections.lockNewest(peer, registration);
        boolean goesOn = pinned.filter(known -> !known.state().over()).isPresent();
        return Optional.of((goesOn ? pinned : newer(pinned, registration, peer))
                .map(this::standing)
                .orElseGet(Standing::unknown));
    }

    /** A later connection whose provider has replaced its key since, where an earlier one still has that pinned; else the given one. */
    private Optional<ProviderConnection> newer(Optional<ProviderConnection> pinned, String registration, String peer) {
        return formerKeys.recordsOf(registration, peer).stream()
                .filter(number -> connections.find(number).isPresent())
                .max(Comparator.naturalOrder())
                .filter(number -> pinned.filter(known -> known.number().compareTo(number) > 0)
                        .isEmpty())
                .map(connections::lock)
                .or(() -> pinned);
    }

    /** What was off-boarded still listens, for the confirmation of the other side. */
    private Standing standing(ProviderConnection connection) {
        boolean claimed = connection.snapshot().provider() != null;
        boolean over = connection.state() == ConnectionState.CLOSED_INCOMPLETE;
        return new Standing(connection.number(), facts(connection), claimed && !over);
    }

    @Override
    public Optional<Addressee> addressee(String number) {
        return connections
                .find(number)
                .flatMap(connection -> Optional.ofNullable(connection.snapshot().provider())
                        .map(provider -> new Addressee(
                                connection.invitation().registration(),
                                provider.party().url(),
                                connection.invitation().pin(),
                                connections.version(number),
                                provider.answer())));
    }

    @Override
    public boolean lock(String number, long version) {
        connections.lock(number);
        return connections.version(number) == version;
    }

    @Override
    public Runnable adopt(String number, StateFacts said) {
        ProviderConnection connection = connections.lock(number);
        if (!connection.state().over() && connection.snapshot().provider() != null) {
            StateFacts own = facts(connection);
            adoptProviderState.adopt(connection, Verdict.of(own, inOwnKeys(own, said)));
        }
        return () -> {};
    }

    /**
     * During a rotation the provider is the first to use the new keys, which are agreed here: that is no loss. A provider that
     * uses keys which this side has replaced has gone back to an earlier time.
     */
    private StateFacts inOwnKeys(StateFacts own, StateFacts said) {
        return keySets.find(said.keyId())
                .filter(set -> set.connection().equals(own.connection()) && set.provedAt() == null)
                .map(set -> said.withKeyId(own.keyId()))
                .orElse(said);
    }

    private StateFacts facts(ProviderConnection connection) {
        return ConnectionFacts.of(connection, connections.version(connection.number()));
    }

    @Override
    public List<String> inProgress(int limit) {
        return connections.claimed(limit);
    }

    @Override
    public List<String> begun(int limit) {
        return connections.open(limit);
    }

    @Override
    public List<String> live(String after, int limit) {
        return connections.live(after, limit);
    }
}
