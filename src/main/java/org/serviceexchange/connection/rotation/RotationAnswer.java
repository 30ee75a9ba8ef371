package org.serviceexchange.connection.rotation;

import org.serviceexchange.protocol.wire.MessageFields;

/**
 * The payload of the consumer's answer to a {@link RotationRequest}, signed by the consumer. JSON; specified in
 * docs/protocol.md, section 11.
 *
 * @param request SHA-256 of the bytes of the request
 * @param keyId id of the keys that the consumer uses now
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RotationAnswer(byte[] request, String keyId) {

    public RotationAnswer {
        MessageFields.bytes("request", request, 32);
        MessageFields.token("keyId", keyId);
    }
}
