package org.serviceexchange.connection.signature;

import java.time.Instant;
import org.serviceexchange.connection.statement.Statement;
import org.serviceexchange.kmf.primitive.CompositeSignature;
import org.serviceexchange.kmf.primitive.Thumbprint;
import org.serviceexchange.protocol.wire.MessageFields;

/**
 * The payload of all four messages of a new signature key: the announcement, the question at the known address, the proof that
 * answers it, and the answer to the announcement. Their payload types tell them apart. JSON; specified in docs/protocol.md, section 17.
 *
 * @param provider thumbprint of the provider, before the change
 * @param consumer thumbprint of the consumer, before the change
 * @param signatureKey the new composite public key, 1984 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StatedKey(
        String registration,
        String side,
        String provider,
        String consumer,
        byte[] signatureKey,
        byte[] nonce,
        Instant issuedAt)
        implements Statement {

    public StatedKey {
        Statement.require(registration, side, provider, consumer, nonce);
        MessageFields.bytes("signatureKey", signatureKey, CompositeSignature.PUBLIC_KEY_LENGTH);
    }

    /** Thumbprint of the new key. */
    String announced() {
        return Thumbprint.of(signatureKey);
    }
}
