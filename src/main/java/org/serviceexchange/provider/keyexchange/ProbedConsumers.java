package org.serviceexchange.provider.keyexchange;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.connection.evidence.PeerReceipts;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.RareNotes;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.handshake.Channel;
import org.serviceexchange.protocol.probe.ProbedConnections;
import org.serviceexchange.protocol.probe.Probes;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.registration.ConsumerConnection;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationProcess;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Responds to probes of consumers; the first valid one proves the inbound direction. */
@Service
public class ProbedConsumers implements ProbedConnections {

    private final Registrations registrations;
    private final RegistrationProcess process;
    private final Probes probes;
    private final ModuleKeys moduleKeys;
    private final Journal journal;
    private final RareNotes notes;
    private final Clock clock;

    public ProbedConsumers(
            Registrations registrations,
            RegistrationProcess process,
            Probes probes,
            ModuleKeys moduleKeys,
            Journal journal,
            RareNotes notes,
            Clock clock) {
        this.registrations = registrations;
        this.process = process;
        this.probes = probes;
        this.moduleKeys = moduleKeys;
        this.journal = journal;
        this.notes = notes;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Optional<byte[]> probe(String keyId, byte[] request) {
        return registrations
                .ofKey(keyId)
                .map(found -> registrations.lock(found.number()))
                .flatMap(registration -> registration
                        .connection()
                        .filter(connection -> connection.keyId().equals(keyId))
                        .map(connection -> answer(registration, connection, request)));
    }

    @Override
    public void refused(String keyId, LocalizedMessage reason) {
        registrations
                .ofKey(keyId)
                .ifPresent(registration -> notes.workNote(
                        registration.number(), LocalizedMessage.of("exchange.note.probeRefused", reason)));
    }

    private byte[] answer(Registration registration, ConsumerConnection connection, byte[] request) {
        byte[] answer = probes.answer(channel(registration, connection), request);
        if (connection.inboundSince() == null) {
            registration.probeReceived(connection.keyId(), clock.instant());
            registrations.save(registration);
            moduleKeys.activate(connection.number(), ConnectionSide.PROVIDER.receives(), connection.keyId());
            journal.workNote(
                    registration.number(),
                    Journal.SYSTEM,
                    LocalizedMessage.of("provider.note.inboundActive"),
                    List.of(PeerReceipts.probe(request)));
            process.keysConfirmed(registration.number());
        }
        return answer;
    }

    static Channel channel(Registration registration, ConsumerConnection connection) {
        return new Channel(connection.number(), registration.number(), connection.keyId(), ConnectionSide.PROVIDER);
    }
}
