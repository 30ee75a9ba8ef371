package org.serviceexchange.connection.heartbeat;

import java.time.Instant;
import org.serviceexchange.connection.lineage.BeatVerdict;
import org.serviceexchange.connection.lineage.Incarnation;
import org.serviceexchange.protocol.wire.MessageFields;

/**
 * The answer to a heartbeat, sealed and bound to it.
 *
 * @param verdict a {@link BeatVerdict}
 * @param incarnation number of the incarnation of the asker that the answerer knows
 * @param incarnationId its id
 * @param highest the highest counter that was accepted in it
 * @param time the answerer's clock
 */
public record BeatAnswer(BeatVerdict verdict, long incarnation, String incarnationId, long highest, Instant time) {

    public BeatAnswer {
        BeatContent.requireIncarnation(incarnation, incarnationId);
        MessageFields.require(highest > 0, "highest must be 1 or more");
    }

    /** The incarnation of the asker that the answerer knows. */
    Incarnation known() {
        return new Incarnation(incarnation, incarnationId);
    }
}
