package org.serviceexchange.connection.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.protocol.wire.ConnectionSide;

/**
 * A campaign and how far it has come.
 *
 * @param author who started it
 * @param wavesFrom when all canaries had new keys; null before
 * @param providerReached the last connection to a consumer that was asked; empty once all are
 * @param consumerReached the same of connections to providers
 * @param leftOut how many could not be asked, for example because they rest
 */
public record Campaign(
        String author,
        Instant startedAt,
        CampaignPlan plan,
        State state,
        @Nullable Instant wavesFrom,
        String providerReached,
        String consumerReached,
        long leftOut) {

    /** Greater than every number. */
    private static final String NEWEST = "ZZZ";

    /** Whether it goes on, or why not. */
    public enum State {
        RUNNING,
        /** A person stopped it. */
        STOPPED,
        /** It stopped after too many failures. */
        FAILED,
        /** All connections were asked. */
        DONE
    }

    static Campaign started(String author, Instant at, CampaignPlan plan) {
        return new Campaign(author, at, plan, State.RUNNING, null, NEWEST, NEWEST, 0);
    }

    Campaign in(State next) {
        return new Campaign(author, startedAt, plan, next, wavesFrom, providerReached, consumerReached, leftOut);
    }

    Campaign inWavesFrom(Instant at) {
        return new Campaign(author, startedAt, plan, state, at, providerReached, consumerReached, leftOut);
    }

    /** Whether that one is this one, which may have come further and still runs. */
    boolean isSame(Campaign other) {
        return other.state == State.RUNNING && startedAt.equals(other.startedAt);
    }

    /** Whether every connection was asked. */
    boolean exhausted() {
        return providerReached.isEmpty() && consumerReached.isEmpty();
    }

    /** The side whose connections are next; those to consumers come first. */
    ConnectionSide nextSide() {
        return providerReached.isEmpty() ? ConnectionSide.CONSUMER : ConnectionSide.PROVIDER;
    }

    String reached(ConnectionSide side) {
        return side == ConnectionSide.PROVIDER ? providerReached : consumerReached;
    }

    /** The same after some more connections; {@code last} is empty if this side has no others. */
    Campaign reached(ConnectionSide side, String last, long others) {
        return new Campaign(
                author,
                startedAt,
                plan,
                state,
                wavesFrom,
                side == ConnectionSide.PROVIDER ? last : providerReached,
                side == ConnectionSide.CONSUMER ? last : consumerReached,
                leftOut + others);
    }
}
