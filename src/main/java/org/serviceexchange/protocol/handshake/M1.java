package org.serviceexchange.protocol.handshake;

import java.time.Instant;
import org.serviceexchange.kmf.primitive.XWing;
import org.serviceexchange.protocol.wire.MessageFields;

/**
 * The payload of M1: the consumer opens an exchange. JSON; specified in docs/protocol.md, section 7.
 *
 * @param version protocol version, 1
 * @param suite {@code SX-1}
 * @param registration number at the provider, such as {@code REG0001001}
 * @param exchange id of the exchange, 16 random bytes
 * @param consumer thumbprint of the consumer, base64url, 43 characters
 * @param consumerUrl base URL of the consumer, without a trailing slash
 * @param provider thumbprint of the provider, base64url, 43 characters
 * @param providerUrl base URL of the provider, without a trailing slash
 * @param nonce 32 random bytes
 * @param ephemeralKey fresh X-Wing public key, 1216 bytes
 * @param encryptionKey X-Wing public key of the consumer, 1216 bytes
 * @param tokenHash SHA-256 of the access token, 32 bytes
 * @param issuedAt the consumer's clock when it signed, in milliseconds
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
