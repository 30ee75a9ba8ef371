package org.serviceexchange.connection.contact;

import java.time.Instant;
import java.util.List;

/** Which connections have an alarm, and which should have one, by their heartbeats. */
public interface Alarms {

    /**
     * Connections without this alarm that should have it, in order, after the given one.
     *
     * @param silentSince the last answer of a lost one is older
     */
    List<String> missing(Alarm alarm, Instant silentSince, String after, int limit);

    /**
     * Connections with this alarm, in order, after the given one.
     *
     * @param silentSince the last answer of a lost one is older
     */
    List<Raised> raised(Alarm alarm, Instant silentSince, String after, int limit);

    /** Whether a connection has this alarm. */
    boolean has(String connection, Alarm alarm);

    void raise(String connection, Alarm alarm, Instant at);

    void end(String connection, Alarm alarm);

    /**
     * A connection with an alarm.
     *
     * @param stands whether it still should have it
     */
    record Raised(String connection, boolean stands) {}
}
