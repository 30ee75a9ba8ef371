package org.serviceexchange.connection.health;

import java.util.Collection;

/**
 * Something that is known to go wrong with a living connection, the worst first. A connection has at most one of those before
 * {@link #CLOCK}, and at most one about its keys, so that nothing is counted twice.
 */
public enum ConnectionIssue {
    STOPPED(60, Remedy.ASK),
    DOUBLED(60, Remedy.ASK),
    DOWN(60, Remedy.AUTOMATIC),
    NEVER_SEEN(60, Remedy.AUTOMATIC),
    UNHEARD(20, Remedy.NEVER),
    SLOW(10, Remedy.NEVER),
    CLOCK(5, Remedy.NEVER),
    KEYS_EXPIRED(20, Remedy.AUTOMATIC),
    KEYS_OLD(5, Remedy.AUTOMATIC),
    STEP(15, Remedy.ASK);

    private static final int ALL = 100;

    private final int points;
    private final Remedy remedy;

    ConnectionIssue(int points, Remedy remedy) {
        this.points = points;
        this.remedy = remedy;
    }

    /** How many of the 100 points of a connection it takes. */
    public int points() {
        return points;
    }

    public Remedy remedy() {
        return remedy;
    }

    /** The score of a connection with these issues, from 100 down to 0. */
    static int score(Collection<ConnectionIssue> issues) {
        return ALL - issues.stream().mapToInt(ConnectionIssue::points).sum();
    }
}
