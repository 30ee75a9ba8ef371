package org.serviceexchange.protocol.claim;

import org.serviceexchange.kmf.primitive.P256;
import org.serviceexchange.protocol.wire.MessageFields;

/**
 * The public key that verifies the consumer's client assertions (ES256), as a JWK (RFC 7517) passed by value.
 *
 * @param kty always {@code EC}
 * @param crv always {@code P-256}
 * @param x base64url, 32 bytes
 * @param y base64url, 32 bytes
 */
public record ClientKey(String kty, String crv, String x, String y) {

    public ClientKey {
        MessageFields.require(kty.equals("EC") && crv.equals("P-256"), "oauthClientKey must be an EC key on P-256");
        MessageFields.thumbprint("x", x);
        MessageFields.thumbprint("y", y);
        MessageFields.require(P256.hasPoint(x, y), "oauthClientKey must be a point on P-256");
    }

    /** The key with these coordinates, base64url without padding. */
    public static ClientKey of(String x, String y) {
        return new ClientKey("EC", "P-256", x, y);
    }

    /** The JWK as JSON. */
    public String json() {
        return "{\"kty\":\"%s\",\"crv\":\"%s\",\"x\":\"%s\",\"y\":\"%s\"}".formatted(kty, crv, x, y);
    }
}
