package org.serviceexchange.consumer.connection;

import java.net.URI;
import java.time.Instant;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.protocol.wire.Party;

/**
 * The provider according to its description and its response to the claim, both signed by the pinned key.
 *
 * @param name of the provider record, for people
 * @param party base URL and signature key; the key's thumbprint is the pin
 * @param clientId OAuth client id of this connection at the provider
 * @param issuer the only {@code iss} that this connection accepts (RFC 9207)
 * @param endpoints the only URLs of the provider that this connection calls
 * @param linkExpiresAt when the provider closes the registration
 * @param answer its signed response to the claim, exactly as received: proves the claim to a provider that has lost it; empty if an
 *     earlier version did not keep it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PinnedProvider(
        String name,
        Party party,
        String clientId,
        String issuer,
        Endpoints endpoints,
        Instant linkExpiresAt,
        byte[] answer) {

    /** Its base URL as people read it. */
    public String shownUrl() {
        return InstanceAddress.shown(party.url());
    }

    /** The same provider at another base URL; what is below it keeps its path. */
    PinnedProvider movedTo(String baseUrl) {
        return new PinnedProvider(
                name,
                new Party(baseUrl, party.signatureKey()),
                clientId,
                baseUrl,
                new Endpoints(
                        below(baseUrl, endpoints.authorization),
                        below(baseUrl, endpoints.token),
                        below(baseUrl, endpoints.exchange),
                        below(baseUrl, endpoints.confirmation),
                        below(baseUrl, endpoints.probe)),
                linkExpiresAt,
                answer);
    }

    /** The same provider with another signature key. */
    PinnedProvider under(byte[] signatureKey) {
        return new PinnedProvider(
                name, new Party(party.url(), signatureKey), clientId, issuer, endpoints, linkExpiresAt, answer);
    }

    /** The path of the former base URL is the same however its host was spelled. */
    private URI below(String baseUrl, URI endpoint) {
        String before = URI.create(party.url()).getRawPath();
        return URI.create(baseUrl + endpoint.getRawPath().substring(before.length()));
    }

    /**
     * URLs of one provider.
     *
     * @param authorization authorization endpoint, where the person consents
     * @param token token endpoint, where a code is redeemed
     * @param exchange receives M1
     * @param confirmation receives M3
     * @param probe receives probes
     */
    public record Endpoints(URI authorization, URI token, URI exchange, URI confirmation, URI probe) {}
}
