package org.serviceexchange.connection.rotation;

import java.util.Map;
import java.util.Optional;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.store.Recording;
import org.serviceexchange.protocol.handshake.Channel;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.serviceexchange.protocol.probe.Probes;
import org.serviceexchange.protocol.wire.Responses;
import org.springframework.stereotype.Service;

/** Probes the provider under the new keys; its answer is the first use of them, after which they protect. */
@Service
public class ProveNewKeys {

    private final ConnectionLookup connections;
    private final NewKeys newKeys;
    private final Probes probes;
    private final OutboundHttp http;
    private final Journal journal;

    public ProveNewKeys(
            ConnectionLookup connections, NewKeys newKeys, Probes probes, OutboundHttp http, Journal journal) {
        this.connections = connections;
        this.newKeys = newKeys;
        this.probes = probes;
        this.http = http;
        this.journal = journal;
    }

    /**
     * Whether the new keys protect once this is recorded. A provider that does not know them, as after a restore from a
     * backup, leaves the connection with the keys before.
     */
    public Recording<Boolean> prove(String number) {
        Optional<KeySet> agreed = newKeys.unproved(number);
        Optional<LivingConnection> found = connections.find(number);
        if (agreed.isEmpty() || found.isEmpty()) {
            return Recording.nothing(false);
        }
        LivingConnection connection = found.get();
        KeySet set = agreed.get();
        try {
            probe(connection, connection.channel(set.keyId()));
        } catch (PeerProblem refused) {
            if (!refused.code().equals(ProblemCode.EXCHANGE_FAILED.code())) {
                throw refused;
            }
            return () -> dropped(connection, set);
        }
        return () -> proved(number, set.keyId());
    }

    private void probe(LivingConnection connection, Channel channel) {
        byte[] request = probes.request(channel);
        byte[] answer = http.post(connection.probes(), "application/json", request, Map.of());
        Responses.verified(connection.peer().url(), () -> probes.accept(channel, request, answer));
    }

    private boolean proved(String number, String keyId) {
        Optional<LivingConnection> locked = connections.lock(number);
        boolean waiting = newKeys.unproved(number)
                .filter(set -> set.keyId().equals(keyId))
                .isPresent();
        locked.filter(connection -> waiting).ifPresent(connection -> newKeys.proved(connection, keyId));
        return locked.isPresent() && waiting;
    }

    private boolean dropped(LivingConnection connection, KeySet set) {
        connections.lock(connection.number());
        newKeys.drop(set);
        journal.workNote(
                connection.subject(), Journal.SYSTEM, LocalizedMessage.of("rotation.note.dropped", set.keyId()));
        return false;
    }
}
