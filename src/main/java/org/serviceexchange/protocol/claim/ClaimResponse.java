package org.serviceexchange.protocol.claim;

import java.net.URI;
import java.time.Instant;
import org.serviceexchange.protocol.wire.MessageFields;
import org.serviceexchange.protocol.wire.ProtocolPaths;

/**
 * The payload of the response to a claim: the provider accepts it; repeated claims of the same consumer get the same
 * response. JSON; specified in docs/protocol.md, section 5.
 *
 * @param registration number at the provider, such as {@code REG0001001}
 * @param consumer thumbprint of the consumer whose claim was accepted
 * @param clientId OAuth client id of the consumer at the authorization server
 * @param issuer of the authorization server, as in {@code iss} (RFC 9207)
 * @param linkExpiresAt when the registration closes unless it is completed, in milliseconds
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

    /** A response with every endpoint at its standard path below the provider's base URL, which is also the issuer. */
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
