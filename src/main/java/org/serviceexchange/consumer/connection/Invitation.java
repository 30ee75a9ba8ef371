package org.serviceexchange.consumer.connection;

import java.net.URI;
import java.time.Instant;
import org.serviceexchange.platform.settings.InstanceAddress;

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

    /** The provider's base URL as people read it. */
    public String shownProvider() {
        return InstanceAddress.shown(provider.toString());
    }

    /** What people call the provider until it has told its name: its host, and the port if it is not the usual one. */
    public String providerHost() {
        return InstanceAddress.shownAuthority(provider);
    }

    /** The same with another pin. */
    Invitation pinning(String thumbprint) {
        return new Invitation(number, registration, provider, thumbprint, openedBy, openedAt);
    }
}
