package org.serviceexchange.connection.suspension;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.serviceexchange.connection.suspension.Suspension.Kind;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * What the suspensions of both sides mean together at one time: the connection rests as long as either holds.
 *
 * @param kind {@code NONE} if the connection does not rest
 * @param whose the side whose suspension ends last
 * @param until when it ends; if the connection does not rest, when it last did
 */
public record Standstill(Kind kind, LocalizedMessage whose, Instant until) {

    static Standstill of(List<KeptSuspension> kept, Instant now) {
        List<KeptSuspension> holding =
                kept.stream().filter(one -> one.suspension().inForce(now)).toList();
        if (holding.isEmpty()) {
            Instant last = kept.stream()
                    .map(one -> one.suspension().until())
                    .filter(until -> !until.isAfter(now))
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.EPOCH);
            return new Standstill(Kind.NONE, LocalizedMessage.of("suspension.by.nobody"), last);
        }
        boolean suspended = holding.stream().anyMatch(one -> one.suspension().kind() == Kind.SUSPENDED);
        KeptSuspension longest = holding.stream()
                .max(Comparator.comparing(one -> one.suspension().until()))
                .orElseThrow();
        return new Standstill(
                suspended ? Kind.SUSPENDED : Kind.MAINTENANCE,
                LocalizedMessage.of(longest.own() ? "suspension.by.own" : "suspension.by.peer"),
                longest.suspension().until());
    }

    /** Whether the connection rests. */
    public boolean holds() {
        return kind != Kind.NONE;
    }
}
