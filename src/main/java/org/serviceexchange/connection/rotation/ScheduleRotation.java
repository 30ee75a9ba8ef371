package org.serviceexchange.connection.rotation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.kmf.ModuleKey;
import org.serviceexchange.kmf.ModuleKeys;
import org.springframework.stereotype.Service;

/**
 * Says when the keys of a connection are due for rotation: after three quarters of their life, spread over the next twentieth
 * of it, so that connections of one day do not rotate in one hour.
 */
@Service
public class ScheduleRotation {

    private static final double DUE = 0.75;
    private static final double SPREAD = 0.05;

    /** Overdue keys, and a rotation that was refused, are tried within this time. */
    private static final Duration NEXT_TRY = Duration.ofDays(1);

    private static final Duration SOONEST = Duration.ofHours(1);

    private final ConnectionLookup connections;
    private final ModuleKeys keys;
    private final Clock clock;

    public ScheduleRotation(ConnectionLookup connections, ModuleKeys keys, Clock clock) {
        this.connections = connections;
        this.keys = keys;
        this.clock = clock;
    }

    /** When to rotate next; empty if the connection does not live any more. */
    public Optional<Instant> schedule(String number) {
        return connections.find(number).map(this::due);
    }

    private Instant due(LivingConnection connection) {
        double share = share(connection.number(), connection.keyId());
        Instant now = clock.instant();
        Instant next = now.plus(SOONEST).plus(part(NEXT_TRY, share));
        return keys.describe(connection.number()).stream()
                .filter(key ->
                        key.active() && key.purpose().equals(connection.side().sends()))
                .findFirst()
                .map(key -> due(key, share))
                .filter(due -> due.isAfter(now))
                .orElse(next);
    }

    /** When these keys of a connection are due, even if that is over. */
    static Instant due(String number, String keyId, ModuleKey key) {
        return due(key, share(number, keyId));
    }

    private static Instant due(ModuleKey key, double share) {
        Duration life = Duration.between(key.createdAt(), key.expiresAt());
        return key.createdAt().plus(part(life, DUE + SPREAD * share));
    }

    /** From 0 to 1, the same for the same keys on one side, so that a restart changes nothing. */
    private static double share(String number, String keyId) {
        int hash = (number + keyId).hashCode();
        return Math.floorMod(hash, 1000) / 1000.0;
    }

    private static Duration part(Duration whole, double share) {
        return Duration.ofSeconds(Math.round(whole.toSeconds() * share));
    }
}
