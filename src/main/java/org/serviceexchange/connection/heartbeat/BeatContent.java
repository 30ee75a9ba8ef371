package org.serviceexchange.connection.heartbeat;

import java.time.Instant;
import java.util.List;
import org.serviceexchange.connection.lineage.Incarnation;
import org.serviceexchange.connection.lineage.OwnLine;
import org.serviceexchange.protocol.wire.MessageFields;

/**
 * What a heartbeat says, sealed.
 *
 * @param incarnation number of the sender's incarnation
 * @param incarnationId its random id
 * @param counter how many heartbeats the sender has sent, this one included
 * @param recordVersion version of the sender's record of the connection; 0 if it does not say
 * @param time the sender's clock
 * @param versions versions of the protocol that the sender understands
 * @param keyIds ids of the keys of this connection that the sender has in use
 */
public record BeatContent(
        long incarnation,
        String incarnationId,
        long counter,
        long recordVersion,
        Instant time,
        List<Integer> versions,
        List<String> keyIds) {

    private static final int MOST = 16;

    public BeatContent {
        requireIncarnation(incarnation, incarnationId);
        MessageFields.require(counter > 0, "counter must be 1 or more");
        MessageFields.require(recordVersion >= 0, "recordVersion must be 0 or more");
        MessageFields.require(!versions.isEmpty() && versions.size() <= MOST, "versions must have 1 to 16 elements");
        MessageFields.require(!keyIds.isEmpty() && keyIds.size() <= MOST, "keyIds must have 1 to 16 elements");
        keyIds.forEach(id -> MessageFields.token("keyIds", id));
        versions = List.copyOf(versions);
        keyIds = List.copyOf(keyIds);
    }

    /** The sender's line. */
    OwnLine line() {
        return new OwnLine(new Incarnation(incarnation, incarnationId), counter);
    }

    static void requireIncarnation(long incarnation, String incarnationId) {
        MessageFields.require(incarnation > 0, "incarnation must be 1 or more");
        MessageFields.require(incarnationId.length() == 22, "incarnationId must have 22 characters");
        MessageFields.token("incarnationId", incarnationId);
    }
}
