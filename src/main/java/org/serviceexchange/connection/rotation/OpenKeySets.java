package org.serviceexchange.connection.rotation;

import java.util.Optional;
import org.serviceexchange.connection.life.ConnectionLife;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.journal.RareNotes;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.probe.ProbedConnections;
import org.serviceexchange.protocol.probe.Probes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers probes under agreed and under replaced keys; the first one under agreed keys makes them those in use. */
@Service
public class OpenKeySets implements ProbedConnections {

    private final KeySets sets;
    private final NewKeys newKeys;
    private final ConnectionLookup connections;
    private final Probes probes;
    private final ConnectionLife life;
    private final RareNotes notes;

    public OpenKeySets(
            KeySets sets,
            NewKeys newKeys,
            ConnectionLookup connections,
            Probes probes,
            ConnectionLife life,
            RareNotes notes) {
        this.sets = sets;
        this.newKeys = newKeys;
        this.connections = connections;
        this.probes = probes;
        this.life = life;
        this.notes = notes;
    }

    @Override
    @Transactional
    public Optional<byte[]> probe(String keyId, byte[] request) {
        return sets.find(keyId)
                .flatMap(set -> connections.lock(set.connection()))
                .flatMap(connection -> sets.find(keyId).map(set -> answer(connection, set, request)));
    }

    private byte[] answer(LivingConnection connection, KeySet set, byte[] request) {
        byte[] answer = probes.answer(connection.channel(set.keyId()), request);
        if (set.provedAt() == null) {
            newKeys.proved(connection, set.keyId());
            life.keysRotated(connection.number());
        }
        return answer;
    }

    @Override
    @Transactional
    public void refused(String keyId, LocalizedMessage reason) {
        sets.find(keyId)
                .flatMap(set -> connections.find(set.connection()))
                .filter(connection -> !connection.keyId().equals(keyId))
                .ifPresent(connection -> notes.workNote(
                        connection.subject(), LocalizedMessage.of("exchange.note.probeRefused", reason)));
    }
}
