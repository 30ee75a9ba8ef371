package org.serviceexchange.connection.heartbeat;

/** Sends heartbeats at a time that a test of another package chooses. */
public final class SendBeats {

    private SendBeats() {}

    /** Sends what is due, and returns how many heartbeats that were. */
    public static int due(HeartbeatBatches batches) {
        return batches.sendDue();
    }
}
