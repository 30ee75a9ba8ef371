package org.serviceexchange.connection.contact;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.serviceexchange.connection.life.ConnectionLife;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.suspension.Standstills;
import org.springframework.stereotype.Service;

/**
 * Compares the heartbeats of all connections with the alarms that were raised: raises what is missing, and ends what is over.
 * Whoever rests raises no alarm.
 */
@Service
public class WatchContacts {

    private static final int AT_ONCE = 100;

    private final Alarms alarms;
    private final ConnectionLookup connections;
    private final ConnectionLife life;
    private final Standstills standstills;
    private final ContactSettings settings;
    private final Clock clock;

    public WatchContacts(
            Alarms alarms,
            ConnectionLookup connections,
            ConnectionLife life,
            Standstills standstills,
            ContactSettings settings,
            Clock clock) {
        this.alarms = alarms;
        this.connections = connections;
        this.life = life;
        this.standstills = standstills;
        this.settings = settings;
        this.clock = clock;
    }

    /** Part of the caller's transaction; nothing is called outside. */
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
            for (Alarms.Raised one : some) {
                boolean rests =
                        alarm == Alarm.LOST && standstills.of(one.connection()).holds();
                if (!one.stands() || rests) {
                    life.alarmOver(one.connection(), alarm == Alarm.LOST);
                    alarms.end(one.connection(), alarm);
                }
            }
            some = alarms.raised(alarm, silentSince, some.get(some.size() - 1).connection(), AT_ONCE);
        }
    }

    private void raise(Alarm alarm, Instant silentSince) {
        List<String> some = alarms.missing(alarm, silentSince, "", AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(number -> connections.find(number).ifPresent(connection -> raise(alarm, connection)));
            some = alarms.missing(alarm, silentSince, some.get(some.size() - 1), AT_ONCE);
        }
    }

    private void raise(Alarm alarm, LivingConnection connection) {
        String number = connection.number();
        if (alarm == Alarm.LOST && standstills.of(number).holds()) {
            return;
        }
        boolean asked = alarm == Alarm.LOST
                ? life.contactLost(number, connection.subject())
                : life.peerDoubled(number, connection.subject());
        if (asked) {
            alarms.raise(number, alarm, clock.instant());
        }
    }
}
