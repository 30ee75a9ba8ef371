package org.serviceexchange.protocol.claim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
    }

    /** The key with these coordinates, base64url without padding. */
    public static ClientKey of(String x, String y) {
        return new ClientKey("EC", "P-256", x, y);
    }

    /**
     * The public part of a JWK; its other members are dropped. Invalid JSON is an {@link IllegalArgumentException},
     * because this application wrote it.
     */
    public static ClientKey read(String jwk) {
        try {
            JsonNode key = new ObjectMapper().readTree(jwk);
            return new ClientKey(text(key, "kty"), text(key, "crv"), text(key, "x"), text(key, "y"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the text is not a JWK");
        }
    }

    /** The JWK as JSON. */
    public String json() {
        return "{\"kty\":\"%s\",\"crv\":\"%s\",\"x\":\"%s\",\"y\":\"%s\"}".formatted(kty, crv, x, y);
    }

    private static String text(JsonNode key, String member) {
        return key.path(member).asText();
    }
}
