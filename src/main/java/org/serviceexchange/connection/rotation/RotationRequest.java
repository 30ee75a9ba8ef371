package org.serviceexchange.connection.rotation;

import java.time.Instant;
import org.serviceexchange.protocol.wire.MessageFields;

/**
 * The payload with which a provider asks its consumer to rotate. It names the keys that are to be replaced, so that it can
 * be repeated: once these are replaced, it asks for nothing. JSON; specified in docs/protocol.md, section 11.
 *
 * @param registration number at the provider
 * @param provider thumbprint of the provider, which signs
 * @param consumer thumbprint of the consumer
 * @param keyId id of the keys that are to be replaced
 * @param issuedAt the provider's clock when it signed
 */
public record RotationRequest(String registration, String provider, String consumer, String keyId, Instant issuedAt) {

    public RotationRequest {
        MessageFields.token("registration", registration);
        MessageFields.thumbprint("provider", provider);
        MessageFields.thumbprint("consumer", consumer);
        MessageFields.token("keyId", keyId);
    }
}
