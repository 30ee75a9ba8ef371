package org.serviceexchange.consumer.connection;

import java.net.URI;
import java.time.Instant;

/**
 * The unchangeable part of a connection: the provider's registration that it serves, and who opened the link when.
 *
 * @param number the connection's own number, such as {@code PCN0001001}
 * @param registration the provider's number, such as {@code REG0001001}
 * @param provider base URL of the provider
 * @param pin thumbprint of the provider's signature key, as the link named it
 */
public record Invitation(
        String number, String registration, URI provider, String pin, String openedBy, Instant openedAt) {

    /** The same with another pin. */
    Invitation pinning(String thumbprint) {
        return new Invitation(number, registration, provider, thumbprint, openedBy, openedAt);
    }
}
