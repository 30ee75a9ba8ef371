package org.serviceexchange.protocol.handshake;

import java.time.Instant;
import org.serviceexchange.kmf.primitive.XWing;
import org.serviceexchange.protocol.wire.MessageFields;

/**
 * The payload of the first message of a rotation: the consumer opens an exchange that replaces the keys of a connection.
 * Fields: docs/protocol.md, section 11.
 *
 * @param mode mode of HPKE, signed so that nobody takes the pre-shared key away; always {@value #PSK}
 * @param replaces key id of the keys that authenticate the exchange and that the new ones replace
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RotationM1(
        int version,
        String suite,
        String mode,
        String registration,
        byte[] exchange,
        String consumer,
        String consumerUrl,
        String provider,
        String providerUrl,
        byte[] nonce,
        byte[] ephemeralKey,
        String replaces,
        Instant issuedAt) {

    static final String PSK = "psk";

    public RotationM1 {
        MessageFields.text("suite", suite);
        MessageFields.text("mode", mode);
        MessageFields.token("registration", registration);
        MessageFields.bytes("exchange", exchange, M1.EXCHANGE_LENGTH);
        MessageFields.thumbprint("consumer", consumer);
        MessageFields.text("consumerUrl", consumerUrl);
        MessageFields.thumbprint("provider", provider);
        MessageFields.text("providerUrl", providerUrl);
        MessageFields.bytes("nonce", nonce, M1.NONCE_LENGTH);
        MessageFields.bytes("ephemeralKey", ephemeralKey, XWing.PUBLIC_KEY_LENGTH);
        MessageFields.token("replaces", replaces);
    }
}
