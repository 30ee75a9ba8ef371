package org.serviceexchange.connection.suspension;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Announces maintenance of this instance to all its connections, or lifts it. Each connection is told in a transaction of its
 * own; how far that has come is kept, so that it goes on after a restart. Who is told twice is told nothing new.
 */
@Service
public class AnnounceMaintenance {

    private static final Logger LOG = LoggerFactory.getLogger(AnnounceMaintenance.class);
    private static final int AT_ONCE = 50;

    private final Maintenances maintenances;
    private final SuspendConnection suspendConnection;
    private final ConnectionLookup connections;
    private final SuspensionSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public AnnounceMaintenance(
            Maintenances maintenances,
            SuspendConnection suspendConnection,
            ConnectionLookup connections,
            SuspensionSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.maintenances = maintenances;
        this.suspendConnection = suspendConnection;
        this.connections = connections;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** False if another one is not over yet, or its connections still hear that it was lifted; problems are those of {@link SuspendConnection#suspend}. */
    public boolean announce(String author, SuspensionOrder order) {
        Suspension suspension = order.checked(clock.instant().truncatedTo(ChronoUnit.MILLIS), settings);
        return changed(last -> last.filter(one -> one.pending(clock.instant()) || one.lifting(clock.instant()))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Maintenance.announced(suspension, author)));
    }

    /** Ends it early; false if there is none that is not over. */
    public boolean lift(String author) {
        return changed(last -> last.filter(one -> one.pending(clock.instant())).map(one -> one.liftedBy(author)));
    }

    private boolean changed(java.util.function.Function<Optional<Maintenance>, Optional<Maintenance>> change) {
        Boolean changed = transaction.execute(status -> {
            Optional<Maintenance> next = change.apply(maintenances.lock());
            next.ifPresent(maintenances::save);
            return next.isPresent();
        });
        return Boolean.TRUE.equals(changed);
    }

    /** Tells the next connections; false once all were told. No transaction may be open. */
    boolean tellNext() {
        Optional<Maintenance> last = maintenances.last().filter(one -> !one.done());
        if (last.isEmpty()) {
            return false;
        }
        ConnectionSide side =
                last.get().providerReached().isEmpty() ? ConnectionSide.CONSUMER : ConnectionSide.PROVIDER;
        String before = last.get().reached(side);
        List<String> next = connections.before(side, before, AT_ONCE);
        long told = next.stream().filter(number -> tell(number, last.get())).count();
        String reached = next.isEmpty() ? "" : next.get(next.size() - 1);
        changed(now -> now.filter(
                        one -> one.saysTheSame(last.get()) && one.reached(side).equals(before))
                .map(one -> one.reached(side, reached, told, next.size() - told)));
        return true;
    }

    /**
     * One that cannot be told, such as one whose record was altered, does not hinder the others. The lock keeps another node from
     * lifting the maintenance in between, of which this connection would not hear then.
     */
    private boolean tell(String number, Maintenance maintenance) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status ->
                    maintenances.lock().filter(maintenance::saysTheSame).isPresent() && told(number, maintenance)));
        } catch (RuntimeException e) {
            LOG.warn("The connection {} could not be told of the maintenance.", number, e);
            return false;
        }
    }

    private boolean told(String number, Maintenance maintenance) {
        return maintenance.lifted()
                ? suspendConnection.resume(number, maintenance.author(), maintenance.suspension())
                : suspendConnection.suspendUnlessItIs(number, maintenance.author(), maintenance.suspension());
    }
}
