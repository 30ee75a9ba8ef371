package org.serviceexchange.provider;

/** An e-mail was not delivered; the message says why, for an admin. */
public final class DeliveryFailed extends RuntimeException {

    /** The e-mail was not even handed over. */
    public DeliveryFailed(String message) {
        super(message);
    }

    /** The mail server did not take it. */
    public DeliveryFailed(String message, Throwable reason) {
        super(message, reason);
    }
}
