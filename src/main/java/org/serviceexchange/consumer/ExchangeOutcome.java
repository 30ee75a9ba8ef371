package org.serviceexchange.consumer;

/** How an attempt to exchange keys ended; a failure that may pass is thrown instead. */
public record ExchangeOutcome(Kind kind, String reason) {

    /** The ways in which it can end. */
    public enum Kind {
        AGREED,
        AUTHORIZATION_EXPIRED,
        REFUSED
    }

    static ExchangeOutcome agreed() {
        return new ExchangeOutcome(Kind.AGREED, "");
    }

    static ExchangeOutcome authorizationExpired() {
        return new ExchangeOutcome(Kind.AUTHORIZATION_EXPIRED, "");
    }

    static ExchangeOutcome refused(String reason) {
        return new ExchangeOutcome(Kind.REFUSED, reason);
    }
}
