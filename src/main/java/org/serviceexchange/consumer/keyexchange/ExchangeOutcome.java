package org.serviceexchange.consumer.keyexchange;

import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * The result of a key exchange; a failure that may be temporary is thrown instead.
 *
 * @param refusal the reason, if the provider refused permanently
 */
public record ExchangeOutcome(Kind kind, @Nullable LocalizedMessage refusal) {

    /** The possible results. */
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
