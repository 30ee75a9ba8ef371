package org.serviceexchange.consumer.keyexchange;

import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * How an attempt to exchange keys ended; a failure that may pass is thrown instead.
 *
 * @param refusal why, if the provider refused for good
 */
public record ExchangeOutcome(Kind kind, @Nullable LocalizedMessage refusal) {

    /** The ways in which it can end. */
    public enum Kind {
        AGREED,
        AUTHORIZATION_EXPIRED,
        REFUSED
    }

    public static ExchangeOutcome agreed() {
        return new ExchangeOutcome(Kind.AGREED, null);
    }

    public static ExchangeOutcome authorizationExpired() {
        return new ExchangeOutcome(Kind.AUTHORIZATION_EXPIRED, null);
    }

    static ExchangeOutcome refused(LocalizedMessage refusal) {
        return new ExchangeOutcome(Kind.REFUSED, refusal);
    }
}
