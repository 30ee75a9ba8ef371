package org.serviceexchange.connection.signature;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.RareNotes;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.kmf.primitive.Thumbprint;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes what became of a peer's new signature key: it is pinned from now on, or it was refused. */
@Service
public class AdoptKey {

    private final ConnectionLookup connections;
    private final List<PeerKeys> sides;
    private final FormerPeerKeys former;
    private final Journal journal;
    private final RareNotes notes;
    private final Clock clock;

    public AdoptKey(
            ConnectionLookup connections,
            List<PeerKeys> sides,
            FormerPeerKeys former,
            Journal journal,
            RareNotes notes,
            Clock clock) {
        this.connections = connections;
        this.sides = List.copyOf(sides);
        this.former = former;
        this.journal = journal;
        this.notes = notes;
        this.clock = clock;
    }

    /** Pins a proved key; has no effect if the connection has ended, or another key was pinned meanwhile. */
    @Transactional
    public void adopt(LivingConnection proved, byte[] signatureKey, List<Receipt> receipts) {
        String before = proved.peer().thumbprint();
        connections
                .lock(proved.number())
                .filter(connection -> connection.peer().thumbprint().equals(before))
                .ifPresent(connection -> {
                    side(connection).replaced(connection.number(), signatureKey);
                    former.replaced(
                            connection.registration(),
                            before,
                            connection.subject(),
                            clock.instant().truncatedTo(ChronoUnit.MICROS));
                    journal.workNote(
                            connection.subject(),
                            Journal.SYSTEM,
                            LocalizedMessage.of("signature.note.replaced", before, Thumbprint.of(signatureKey)),
                            receipts);
                });
    }

    /** The peer announced a key that is not pinned. */
    @Transactional
    public void refused(LivingConnection connection, String announced, Finding why) {
        notes.workNote(connection.subject(), LocalizedMessage.of("signature.note.refused", announced, why.sentence()));
    }

    private PeerKeys side(LivingConnection connection) {
        return sides.stream()
                .filter(known -> known.side() == connection.side())
                .findFirst()
                .orElseThrow();
    }
}
