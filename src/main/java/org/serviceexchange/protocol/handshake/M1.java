package org.serviceexchange.protocol.handshake;

import java.time.Instant;
import org.serviceexchange.kmf.primitive.XWing;
import org.serviceexchange.protocol.wire.MessageFields;

/**
 * The payload of the first message: the consumer opens an exchange. Fields: docs/protocol.md. The long-term
 * {@code encryptionKey} is reserved, not used yet: the receiver checks its length only.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record M1(
        int version,
        String suite,
        String registration,
        byte[] exchange,
        String consumer,
        String consumerUrl,
        String provider,
        String providerUrl,
        byte[] nonce,
        byte[] ephemeralKey,
        byte[] encryptionKey,
        byte[] tokenHash,
        Instant issuedAt) {

    static final int EXCHANGE_LENGTH = 16;
    static final int NONCE_LENGTH = 32;

    public M1 {
        MessageFields.text("suite", suite);
        MessageFields.token("registration", registration);
        MessageFields.bytes("exchange", exchange, EXCHANGE_LENGTH);
        MessageFields.thumbprint("consumer", consumer);
        MessageFields.text("consumerUrl", consumerUrl);
        MessageFields.thumbprint("provider", provider);
        MessageFields.text("providerUrl", providerUrl);
        MessageFields.bytes("nonce", nonce, NONCE_LENGTH);
        MessageFields.bytes("ephemeralKey", ephemeralKey, XWing.PUBLIC_KEY_LENGTH);
        MessageFields.bytes("encryptionKey", encryptionKey, XWing.PUBLIC_KEY_LENGTH);
        MessageFields.bytes("tokenHash", tokenHash, 32);
    }
}
