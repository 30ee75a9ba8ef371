package org.serviceexchange.protocol.claim;

import java.time.Instant;
import org.serviceexchange.kmf.primitive.CompositeSignature;
import org.serviceexchange.kmf.primitive.XWing;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.protocol.wire.MessageFields;
import org.serviceexchange.protocol.wire.Party;

/**
 * A consumer claims a registration.
 *
 * @param registration number at the provider
 * @param secret one-time secret of the link, base64url
 * @param provider thumbprint of the provider that is asked
 * @param instanceName name of the consumer instance
 * @param baseUrl of the consumer, without trailing slash
 * @param signatureKey composite public key of the consumer, 1984 bytes; signs the claim
 * @param encryptionKey X-Wing public key of the consumer, 1216 bytes
 * @param oauthClientKey signs the consumer's client assertions
 * @param redirectUri exact redirect URI, below the base URL
 * @param issuedAt the consumer's clock when it signed, to the millisecond
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
        MessageFields.require(InstanceAddress.isBelow(baseUrl, redirectUri), "redirectUri must be below baseUrl");
    }

    /** What to pin of the consumer. */
    public Party party() {
        return new Party(baseUrl, signatureKey);
    }

    @Override
    public String toString() {
        return "ClaimRequest[" + registration + " by " + baseUrl + "]";
    }
}
