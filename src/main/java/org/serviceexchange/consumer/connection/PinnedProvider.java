package org.serviceexchange.consumer.connection;

import java.net.URI;
import java.time.Instant;
import org.serviceexchange.protocol.wire.Party;

/**
 * The provider as its description and its answer to the claim present it, both signed by the pinned key.
 *
 * @param name of the provider record, for people
 * @param party base URL and signature key; the key's thumbprint is the pin
 * @param clientId this connection's OAuth client at the provider
 * @param issuer the only {@code iss} that this connection accepts
 * @param endpoints where this connection calls the provider, and nowhere else
 * @param linkExpiresAt when the provider closes the registration
 */
public record PinnedProvider(
        String name, Party party, String clientId, String issuer, Endpoints endpoints, Instant linkExpiresAt) {

    /**
     * Addresses of one provider.
     *
     * @param authorization where the person consents
     * @param token where a code is redeemed
     * @param exchange where M1 goes
     * @param confirmation where M3 goes
     * @param probe where probes go
     */
    public record Endpoints(URI authorization, URI token, URI exchange, URI confirmation, URI probe) {}
}
