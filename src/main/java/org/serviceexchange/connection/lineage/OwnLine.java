package org.serviceexchange.connection.lineage;

/**
 * What a side says of itself: its incarnation, and how many heartbeats it has sent.
 *
 * @param counter grows before each heartbeat, committed before that is sent
 */
public record OwnLine(Incarnation incarnation, long counter) {

    /** The line of the next heartbeat. */
    public OwnLine next() {
        return new OwnLine(incarnation, counter + 1);
    }
}
