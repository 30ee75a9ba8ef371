package org.serviceexchange.connection.lineage;

/** What the sender of a heartbeat concludes from the answer, which counts only if it belongs to a request that is open. */
public final class SenderRule {

    /** What the sender does next. */
    public enum Step {
        /** Nothing: all is well. */
        GO_ON,
        /** Send again: another node, or a later heartbeat, was faster. */
        AGAIN,
        /** Begin a new incarnation, then send again: the own database was set back. */
        RENEW,
        /** Wait until the receiver, or a person there, has decided. */
        WAIT,
        /** Send nothing any more: this database is a copy. */
        STOP
    }

    private SenderRule() {}

    /**
     * The next step after an answer.
     *
     * @param highest the highest counter that the receiver has accepted of the incarnation that it knows
     * @param sent incarnation of the heartbeat that was answered
     * @param now the own line, read again after the answer
     */
    public static Step after(BeatVerdict verdict, long highest, Incarnation sent, OwnLine now) {
        return switch (verdict) {
            case ACCEPTED -> Step.GO_ON;
            case ASKING, QUARANTINED -> Step.WAIT;
            case COPY -> now.incarnation().equals(sent) ? Step.STOP : Step.AGAIN;
            case BEHIND -> now.incarnation().equals(sent) && now.counter() < highest ? Step.RENEW : Step.AGAIN;
            case FORK, SUPERSEDED -> now.incarnation().equals(sent) ? Step.RENEW : Step.AGAIN;
        };
    }

    /** The own line in a new incarnation, above everything that the receiver knows. */
    public static OwnLine renewed(OwnLine now, Incarnation known, long highest, String id) {
        return new OwnLine(now.incarnation().after(known, id), Math.max(now.counter(), highest));
    }
}
