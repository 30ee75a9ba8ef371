package org.serviceexchange.protocol.claim;

import java.net.URI;
import java.time.Instant;
import org.serviceexchange.protocol.wire.MessageFields;
import org.serviceexchange.protocol.wire.ProtocolPaths;

/**
 * The provider accepts a claim; the same consumer claiming again gets the same.
 *
 * @param registration number at the provider
 * @param consumer thumbprint of the consumer whose claim is answered
 * @param clientId of the consumer at the authorization server
 * @param issuer of the authorization server, as in {@code iss}
 * @param linkExpiresAt when the registration closes unless it is completed, to the millisecond
 * @param providerName name of the provider record
 */
public record ClaimResponse(
        String registration,
        String consumer,
        String clientId,
        String issuer,
        URI authorizationEndpoint,
        URI tokenEndpoint,
        URI exchangeEndpoint,
        URI confirmationEndpoint,
        URI probeEndpoint,
        Instant linkExpiresAt,
        String providerName) {

    public ClaimResponse {
        MessageFields.token("registration", registration);
        MessageFields.thumbprint("consumer", consumer);
        MessageFields.text("clientId", clientId);
        MessageFields.text("issuer", issuer);
        MessageFields.text("providerName", providerName);
    }

    /** An answer with every endpoint at its usual place below the provider's base URL, which is also the issuer. */
    public static ClaimResponse at(
            String baseUrl,
            String registration,
            String consumer,
            String clientId,
            Instant linkExpiresAt,
            String providerName) {
        return new ClaimResponse(
                registration,
                consumer,
                clientId,
                baseUrl,
                URI.create(baseUrl + ProtocolPaths.AUTHORIZATION),
                URI.create(baseUrl + ProtocolPaths.TOKEN),
                URI.create(baseUrl + ProtocolPaths.EXCHANGES),
                URI.create(baseUrl + ProtocolPaths.CONFIRMATIONS),
                URI.create(baseUrl + ProtocolPaths.PROBES),
                linkExpiresAt,
                providerName);
    }
}
