package org.serviceexchange.connection.address;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.RareNotes;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes what became of a peer's new address: it counts from now on, or it was refused. */
@Service
public class AdoptAddress {

    private final ConnectionLookup connections;
    private final List<PeerAddresses> sides;
    private final PeerMoves moves;
    private final Journal journal;
    private final RareNotes notes;
    private final AddressSettings settings;
    private final Clock clock;

    public AdoptAddress(
            ConnectionLookup connections,
            List<PeerAddresses> sides,
            PeerMoves moves,
            Journal journal,
            RareNotes notes,
            AddressSettings settings,
            Clock clock) {
        this.connections = connections;
        this.sides = sides;
        this.moves = moves;
        this.journal = journal;
        this.notes = notes;
        this.settings = settings;
        this.clock = clock;
    }

    /** Adopts a proved address; has no effect if the connection has ended, or is at that address already. */
    @Transactional
    public void adopt(LivingConnection proved, String address, Author author, List<Receipt> receipts) {
        Optional<LivingConnection> locked = connections
                .lock(proved.number())
                .filter(connection -> !connection.peer().url().equals(address));
        locked.ifPresent(connection -> {
            String former = connection.peer().url();
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Instant until = now.plus(settings.formerFor());
            side(connection).moved(connection.number(), address);
            moves.moved(connection.number(), former, address, now, until);
            journal.workNote(
                    connection.subject(),
                    author,
                    LocalizedMessage.of(
                            "address.note.moved", InstanceAddress.shown(former), InstanceAddress.shown(address), until),
                    receipts);
        });
    }

    /** The peer is at the address that is known: what it announced meanwhile, and was refused, is over. */
    @Transactional
    public void known(LivingConnection connection) {
        moves.stayed(connection.number());
    }

    /** The peer announced an address that does not count. */
    @Transactional
    public void refused(LivingConnection connection, String announced, Finding why) {
        moves.refused(connection.number(), announced, why, clock.instant().truncatedTo(ChronoUnit.MICROS));
        notes.workNote(connection.subject(), LocalizedMessage.of("address.note.refused", announced, why.sentence()));
    }

    private PeerAddresses side(LivingConnection connection) {
        return sides.stream()
                .filter(known -> known.side() == connection.side())
                .findFirst()
                .orElseThrow();
    }
}
