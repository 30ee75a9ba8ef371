package org.serviceexchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The one clock that tests move: it stands still at a known moment, or it runs with the machine. */
public final class MovableClock extends Clock {

    private static final Instant KNOWN_MOMENT = Instant.parse("2026-11-23T12:00:00Z");

    private final Clock base;
    private volatile Duration ahead = Duration.ZERO;

    private MovableClock(Clock base) {
        this.base = base;
    }

    /** Stands still until a test moves it. */
    public static MovableClock standing() {
        return standingAt(KNOWN_MOMENT);
    }

    /** Stands still at this moment until a test moves it. */
    public static MovableClock standingAt(Instant moment) {
        return new MovableClock(Clock.fixed(moment, ZoneOffset.UTC));
    }

    /** Runs with the machine's clock, as far ahead of it or behind it as a test says. */
    public static MovableClock running() {
        return new MovableClock(Clock.systemUTC());
    }

    /** Moves on by so much from where it is, or back by a negative duration. */
    public synchronized void move(Duration by) {
        ahead = ahead.plus(by);
    }

    /** Moves to so far ahead of where it would be if nothing had moved it, or behind by a negative duration. */
    public synchronized void set(Duration aheadOfBase) {
        ahead = aheadOfBase;
    }

    /** Takes back every move. */
    public void reset() {
        set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Tests move UTC only.");
    }
}
