package org.serviceexchange.rehearsal.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The clock of both sides of a rehearsal and of their engines: it runs as the machine's does, ahead of it by all jumps so far. The
 * engines of one JVM have one clock, so there can be one rehearsal at a time.
 */
public final class JumpingClock extends Clock implements AutoCloseable {

    private volatile Duration ahead = Duration.ZERO;

    /** Jumps to a moment; one that has passed changes nothing. */
    public synchronized void jumpTo(Instant moment) {
        Duration more = Duration.between(instant(), moment);
        if (!more.isNegative()) {
            // A timer that is due at a millisecond is due then for clocks that know nothing less
            ahead = ahead.plus(more).plusMillis(1);
            ClockUtil.offset(ahead.toMillis());
        }
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }

    /** Gives the engines of this JVM the machine's time back. */
    @Override
    public void close() {
        ClockUtil.reset();
    }
}
