package org.serviceexchange.protocol.handshake;

import java.time.Instant;
import org.serviceexchange.kmf.primitive.XWing;
import org.serviceexchange.protocol.wire.Fields;

/** The payload of the first message: the consumer opens an exchange. Fields: docs/protocol.md. */
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
        Fields.text("suite", suite);
        Fields.token("registration", registration);
        Fields.bytes("exchange", exchange, EXCHANGE_LENGTH);
        Fields.thumbprint("consumer", consumer);
        Fields.text("consumerUrl", consumerUrl);
        Fields.thumbprint("provider", provider);
        Fields.text("providerUrl", providerUrl);
        Fields.bytes("nonce", nonce, NONCE_LENGTH);
        Fields.bytes("ephemeralKey", ephemeralKey, XWing.PUBLIC_KEY_LENGTH);
        Fields.bytes("encryptionKey", encryptionKey, XWing.PUBLIC_KEY_LENGTH);
        Fields.bytes("tokenHash", tokenHash, 32);
    }
}
