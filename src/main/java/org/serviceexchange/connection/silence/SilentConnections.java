package org.serviceexchange.connection.silence;

import java.time.Instant;
import java.util.List;

/** Finds connections by what is kept of their heartbeats. */
public interface SilentConnections {

    /**
     * Connections whose other side has not answered since a moment, although it was asked, and of which that is not noted yet;
     * none that rest now, or rested since that moment, by the will of either side.
     */
    List<Silence> begun(Instant since, Instant now, int limit);

    /** Connections of which it is noted, and whose other side has answered since. */
    List<Silence> over(Instant since, int limit);

    /** Notes it, or that it is over; false if another node did. */
    boolean note(String module, boolean silent);

    /**
     * A silence.
     *
     * @param module such as {@code CCN0001001}
     * @param subject the record in whose journal it is written
     * @param answeredAt when the other side answered last
     */
    record Silence(String module, String subject, Instant answeredAt) {}
}
