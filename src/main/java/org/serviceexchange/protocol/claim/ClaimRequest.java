package org.serviceexchange.protocol.claim;

import java.time.Instant;
import org.serviceexchange.kmf.primitive.CompositeSignature;
import org.serviceexchange.kmf.primitive.XWing;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.protocol.wire.MessageFields;
import org.serviceexchange.protocol.wire.Party;

/**
 * The payload of a claim: a consumer claims a registration. JSON; specified in docs/protocol.md, section 5.
 *
 * @param registration number at the provider, such as {@code REG0001001}
 * @param secret one-time secret of the registration link, base64url, 43 characters
 * @param provider thumbprint of the provider that the claim is for, base64url, 43 characters
 * @param instanceName name of the consumer instance
 * @param baseUrl of the consumer, without trailing slash
 * @param signatureKey composite public key of the consumer, 1984 bytes; signs the claim
 * @param encryptionKey X-Wing public key of the consumer, 1216 bytes; reserved, not used yet: nothing is encrypted to it
 * @param oauthClientKey signs the consumer's client assertions
 * @param redirectUri exact redirect URI, below the base URL
 * @param issuedAt the consumer's clock when it signed, in milliseconds
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ClaimRequest(
        String registration,
        String secret,
        String provider,
        String instanceName,
        String baseUrl,
        byte[] signatureKey,
        byte[] encryptionKey,
        ClientKey oauthClientKey,
        String redirectUri,
        Instant issuedAt) {

    public ClaimRequest {
        MessageFields.token("registration", registration);
        MessageFields.token("secret", secret);
        MessageFields.thumbprint("provider", provider);
        MessageFields.token("instanceName", instanceName);
        MessageFields.text("baseUrl", baseUrl);
        MessageFields.bytes("signatureKey", signatureKey, CompositeSignature.PUBLIC_KEY_LENGTH);
        MessageFields.bytes("encryptionKey", encryptionKey, XWing.PUBLIC_KEY_LENGTH);
        MessageFields.require(XWing.usable(encryptionKey), "encryptionKey must be a usable X-Wing key");
        MessageFields.require(InstanceAddress.isBelow(baseUrl, redirectUri), "redirectUri must be below baseUrl");
    }

    /** The consumer's identity to pin. */
    public Party party() {
        return new Party(baseUrl, signatureKey);
    }

    @Override
    public String toString() {
        return "ClaimRequest[" + registration + " by " + baseUrl + "]";
    }
}
