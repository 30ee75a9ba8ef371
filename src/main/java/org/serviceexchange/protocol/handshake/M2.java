package org.serviceexchange.protocol.handshake;

import org.serviceexchange.kmf.primitive.CompositeSignature;
import org.serviceexchange.kmf.primitive.XWing;
import org.serviceexchange.protocol.wire.MessageFields;
import org.serviceexchange.protocol.wire.SignedEnvelope;

/**
 * The payload of the second message: the provider encapsulates to the consumer's ephemeral key. The long-term
 * {@code encryptionKey} is reserved, not used yet: the receiver checks its length only.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record M2(byte[] exchange, byte[] nonce, byte[] encapsulation, byte[] encryptionKey) {

    public M2 {
        MessageFields.bytes("exchange", exchange, M1.EXCHANGE_LENGTH);
        MessageFields.bytes("nonce", nonce, M1.NONCE_LENGTH);
        MessageFields.bytes("encapsulation", encapsulation, XWing.ENCAPSULATION_LENGTH);
        MessageFields.bytes("encryptionKey", encryptionKey, XWing.PUBLIC_KEY_LENGTH);
    }

    /**
     * M2: a signature over the transcript of M1 and this payload, and the provider's Finished value.
     *
     * @param payloadType {@code application/vnd.service-exchange.v1.m2+json}
     * @param payload the exact bytes of the inner JSON object
     * @param signature composite signature, 3373 bytes
     * @param finished 32 bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Message(String payloadType, byte[] payload, byte[] signature, byte[] finished) {

        public Message {
            MessageFields.bytes("signature", signature, CompositeSignature.SIGNATURE_LENGTH);
            MessageFields.bytes("finished", finished, Exports.SECRET_LENGTH);
        }

        /** Whether this key signed the message as the response to an M1. */
        public boolean isSignedBy(byte[] signatureKey, byte[] m1) {
            byte[] signed = Handshake.signedByProvider(Exports.hash(m1), payload);
            return SignedEnvelope.stands(signatureKey, payloadType, signed, signature);
        }
    }
}
