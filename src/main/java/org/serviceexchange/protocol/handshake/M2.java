package org.serviceexchange.protocol.handshake;

import org.serviceexchange.kmf.primitive.CompositeSignature;
import org.serviceexchange.kmf.primitive.XWing;
import org.serviceexchange.protocol.wire.Fields;

/** The payload of the second message: the provider encapsulates to the consumer's ephemeral key. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record M2(byte[] exchange, byte[] nonce, byte[] encapsulation, byte[] encryptionKey) {

    public M2 {
        Fields.bytes("exchange", exchange, M1.EXCHANGE_LENGTH);
        Fields.bytes("nonce", nonce, M1.NONCE_LENGTH);
        Fields.bytes("encapsulation", encapsulation, XWing.ENCAPSULATION_LENGTH);
        Fields.bytes("encryptionKey", encryptionKey, XWing.PUBLIC_KEY_LENGTH);
    }

    /** The second message: signature over the transcript of M1 and this payload, and the provider's Finished value. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Message(String payloadType, byte[] payload, byte[] signature, byte[] finished) {

        public Message {
            Fields.bytes("signature", signature, CompositeSignature.SIGNATURE_LENGTH);
            Fields.bytes("finished", finished, Exports.SECRET_LENGTH);
        }
    }
}
