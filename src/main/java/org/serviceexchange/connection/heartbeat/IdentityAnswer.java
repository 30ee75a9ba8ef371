package org.serviceexchange.connection.heartbeat;

import org.serviceexchange.connection.lineage.Incarnation;
import org.serviceexchange.connection.lineage.OwnLine;
import org.serviceexchange.protocol.wire.MessageFields;

/**
 * The answer to "who are you", sealed and bound to the question.
 *
 * @param incarnation number of the answerer's incarnation
 * @param incarnationId its id
 * @param counter how many heartbeats it has sent
 */
public record IdentityAnswer(long incarnation, String incarnationId, long counter) {

    public IdentityAnswer {
        BeatContent.requireIncarnation(incarnation, incarnationId);
        MessageFields.require(counter > 0, "counter must be 1 or more");
    }

    /** The answerer's line. */
    OwnLine line() {
        return new OwnLine(new Incarnation(incarnation, incarnationId), counter);
    }
}
