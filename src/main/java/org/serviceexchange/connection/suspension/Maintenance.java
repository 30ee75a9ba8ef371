package org.serviceexchange.connection.suspension;

import java.time.Instant;
import org.serviceexchange.protocol.wire.ConnectionSide;

/**
 * Maintenance of this instance, of which all its connections are told one after the other.
 *
 * @param suspension what each connection is told
 * @param author who announced it, or lifted it
 * @param lifted whether connections are told of its early end
 * @param providerReached the last connection to a consumer that was told; empty once all are
 * @param consumerReached the same of connections to providers
 * @param told how many connections were told
 * @param leftOut how many were not: they keep a suspension of their own, or ended meanwhile
 */
public record Maintenance(
        Suspension suspension,
        String author,
        boolean lifted,
        String providerReached,
        String consumerReached,
        long told,
        long leftOut) {

    /** Greater than every number. */
    private static final String NEWEST = "ZZZ";

    static Maintenance announced(Suspension suspension, String author) {
        return new Maintenance(suspension, author, false, NEWEST, NEWEST, 0, 0);
    }

    Maintenance liftedBy(String who) {
        return new Maintenance(suspension, who, true, NEWEST, NEWEST, 0, 0);
    }

    /** Whether every connection was told. */
    public boolean done() {
        return providerReached.isEmpty() && consumerReached.isEmpty();
    }

    /** Whether it holds, or will. */
    public boolean pending(Instant now) {
        return !lifted && suspension.pending(now);
    }

    /** Whether it would hold without its early end, of which some connections have not heard yet. */
    boolean lifting(Instant now) {
        return lifted && !done() && suspension.pending(now);
    }

    /** Whether connections hear the same of both. */
    boolean saysTheSame(Maintenance other) {
        return lifted == other.lifted && suspension.equals(other.suspension);
    }

    String reached(ConnectionSide side) {
        return side == ConnectionSide.PROVIDER ? providerReached : consumerReached;
    }

    /** The same after some more connections; {@code last} is empty if there are no others. */
    Maintenance reached(ConnectionSide side, String last, long more, long others) {
        return new Maintenance(
                suspension,
                author,
                lifted,
                side == ConnectionSide.PROVIDER ? last : providerReached,
                side == ConnectionSide.CONSUMER ? last : consumerReached,
                told + more,
                leftOut + others);
    }
}
