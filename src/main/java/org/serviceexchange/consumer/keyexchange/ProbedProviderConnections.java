package org.serviceexchange.consumer.keyexchange;

import java.util.List;
import java.util.Optional;
import org.serviceexchange.connection.evidence.PeerReceipts;
import org.serviceexchange.connection.life.ConnectionLife;
import org.serviceexchange.consumer.connection.ConnectionProcess;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.RareNotes;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.handshake.Channel;
import org.serviceexchange.protocol.probe.ProbedConnections;
import org.serviceexchange.protocol.probe.Probes;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Responds to probes of providers; the first one activates the inbound direction. */
@Service
public class ProbedProviderConnections implements ProbedConnections {

    private final ProviderConnections connections;
    private final ConnectionProcess process;
    private final Probes probes;
    private final KeyRing keyRing;
    private final LivingProviders livingProviders;
    private final ConnectionLife life;
    private final Journal journal;
    private final RareNotes notes;

    public ProbedProviderConnections(
            ProviderConnections connections,
            ConnectionProcess process,
            Probes probes,
            KeyRing keyRing,
            LivingProviders livingProviders,
            ConnectionLife life,
            Journal journal,
            RareNotes notes) {
        this.connections = connections;
        this.process = process;
        this.probes = probes;
        this.keyRing = keyRing;
        this.livingProviders = livingProviders;
        this.life = life;
        this.journal = journal;
        this.notes = notes;
    }

    @Override
    @Transactional
    public Optional<byte[]> probe(String keyId, byte[] request) {
        return connections.lockByKeyId(keyId).map(connection -> answer(connection, keyId, request));
    }

    @Override
    @Transactional
    public void refused(String keyId, LocalizedMessage reason) {
        connections
                .lockByKeyId(keyId)
                .ifPresent(connection ->
                        notes.workNote(connection.number(), LocalizedMessage.of("exchange.note.probeRefused", reason)));
    }

    private byte[] answer(ProviderConnection connection, String keyId, byte[] request) {
        String number = connection.number();
        byte[] answer = probes.answer(
                new Channel(number, connection.invitation().registration(), keyId, ConnectionSide.CONSUMER), request);
        if (!connection.agreedKeys().inbound()) {
            connection.probeReceived(keyId);
            keyRing.activateInbound(number, keyId);
            connections.save(connection);
            livingProviders.follow(connection);
            journal.workNote(
                    number,
                    Journal.SYSTEM,
                    LocalizedMessage.of("consumer.note.inboundActive"),
                    List.of(PeerReceipts.probe(request)));
            process.probed(number, connection.agreedKeys().outbound());
            if (connection.agreedKeys().confirmed()) {
                life.begin(number);
            }
        }
        return answer;
    }
}
