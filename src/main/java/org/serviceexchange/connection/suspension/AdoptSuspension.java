package org.serviceexchange.connection.suspension;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.connection.life.ConnectionLife;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.suspension.Suspension.Kind;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adopts what the other side's signed state says about suspensions: its own one, and whether it has heard of this side's. */
@Service
public class AdoptSuspension {

    private final Suspensions suspensions;
    private final ConnectionLookup connections;
    private final ConnectionLife life;
    private final Journal journal;
    private final Clock clock;

    public AdoptSuspension(
            Suspensions suspensions, ConnectionLookup connections, ConnectionLife life, Journal journal, Clock clock) {
        this.suspensions = suspensions;
        this.connections = connections;
        this.life = life;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What a signed state said.
     *
     * @param suspension of the side that answered
     * @param heard version of the own record that it had heard of
     * @param at its clock
     * @param receipt the signed state
     */
    public record Said(Suspension suspension, long heard, Instant at, Receipt receipt) {}

    /** Part of the transaction that adopts the state; the record with this number is locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void adopt(String subject, Said said) {
        List<KeptSuspension> kept = suspensions.ofSubject(subject);
        if (kept.isEmpty() && said.suspension().kind() == Kind.NONE) {
            return;
        }
        kept.stream()
                .filter(one -> one.own() && one.confirmedAt() == null && one.version() <= said.heard())
                .forEach(own -> confirmed(own, said));
        Optional<KeptSuspension> last = kept.stream().filter(one -> !one.own()).findFirst();
        if (last.filter(one -> one.saidAt().isAfter(said.at())).isEmpty()) {
            connections.ofSubject(subject).ifPresent(connection -> adopt(connection, last, said));
        }
    }

    private void confirmed(KeptSuspension own, Said said) {
        suspensions.save(own.confirmed(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        journal.workNote(
                own.subject(),
                Journal.SYSTEM,
                LocalizedMessage.of("suspension.note.confirmed"),
                List.of(said.receipt()));
    }

    /** That it ended by itself is not said twice; what it lifts early is. */
    private void adopt(LivingConnection connection, Optional<KeptSuspension> last, Said said) {
        Optional<Suspension> known =
                last.map(KeptSuspension::suspension).filter(suspension -> suspension.pending(said.at()));
        if (said.suspension().kind() == Kind.NONE) {
            known.ifPresent(lifted -> keep(connection, lifted.lifted(said.at()), "resumed", said));
        } else if (known.filter(said.suspension()::equals).isEmpty()) {
            keep(
                    connection,
                    said.suspension(),
                    said.suspension().kind() == Kind.SUSPENDED ? "suspended" : "maintenance",
                    said);
        }
    }

    /** The own record changes too, so that the other side asks, and learns that this one has heard of it. */
    private void keep(LivingConnection connection, Suspension suspension, String note, Said said) {
        suspensions.save(new KeptSuspension(
                connection.number(), false, connection.subject(), suspension, said.at(), 0, said.at()));
        connections.changed(connection);
        life.suspensionChanged(connection.number());
        journal.workNote(
                connection.subject(),
                Journal.SYSTEM,
                LocalizedMessage.of(
                        "suspension.note.peer." + note, suspension.from(), suspension.until(), suspension.reason()),
                List.of(said.receipt()));
    }
}
