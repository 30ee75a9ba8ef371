package org.serviceexchange.connection.contact;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.serviceexchange.connection.life.ConnectionLife;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.suspension.Standstill;
import org.serviceexchange.connection.suspension.Standstills;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares the heartbeats of all connections with the alarms that were raised: raises what is missing, and ends what is over.
 * Whoever rests raises no alarm.
 */
@Service
public class WatchContacts {

    private static final Logger LOG = LoggerFactory.getLogger(WatchContacts.class);

    private static final int AT_ONCE = 100;

    private final Alarms alarms;
    private final ConnectionLookup connections;
    private final ConnectionLife life;
    private final Standstills standstills;
    private final ContactSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public WatchContacts(
            Alarms alarms,
            ConnectionLookup connections,
            ConnectionLife life,
            Standstills standstills,
            ContactSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.alarms = alarms;
        this.connections = connections;
        this.life = life;
        this.standstills = standstills;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Each connection has a transaction of its own, and none may be open before: one that fails does not hinder the others. */
    public void watch() {
        Instant silentSince = clock.instant().minus(settings.lostAfter());
        for (Alarm alarm : Alarm.values()) {
            end(alarm, silentSince);
            raise(alarm, silentSince);
        }
    }

    private void end(Alarm alarm, Instant silentSince) {
        List<Alarms.Raised> some = alarms.raised(alarm, silentSince, "", AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(one -> apart(one.connection(), () -> end(alarm, one)));
            some = alarms.raised(alarm, silentSince, some.get(some.size() - 1).connection(), AT_ONCE);
        }
    }

    private void end(Alarm alarm, Alarms.Raised one) {
        boolean rests = alarm == Alarm.LOST && standstills.of(one.connection()).holds();
        if (!one.stands() || rests) {
            life.alarmOver(one.connection(), alarm == Alarm.LOST);
            alarms.end(one.connection(), alarm);
        }
    }

    private void raise(Alarm alarm, Instant silentSince) {
        List<String> some = alarms.missing(alarm, silentSince, "", AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(number -> apart(
                    number,
                    () -> connections.find(number).ifPresent(connection -> raise(alarm, connection, silentSince))));
            some = alarms.missing(alarm, silentSince, some.get(some.size() - 1), AT_ONCE);
        }
    }

    private void apart(String number, Runnable work) {
        try {
            transaction.executeWithoutResult(status -> work.run());
        } catch (RuntimeException e) {
            LOG.warn("The alarms of {} could not be compared with its heartbeats.", number, e);
        }
    }

    /** After a rest the other side has as much time as after an answer. */
    private void raise(Alarm alarm, LivingConnection connection, Instant silentSince) {
        String number = connection.number();
        if (alarm == Alarm.LOST) {
            Standstill rest = standstills.of(number);
            if (rest.holds() || rest.until().isAfter(silentSince)) {
                return;
            }
        }
        boolean asked = alarm == Alarm.LOST
                ? life.contactLost(number, connection.subject())
                : life.peerDoubled(number, connection.subject());
        if (asked) {
            alarms.raise(number, alarm, clock.instant());
        }
    }
}
