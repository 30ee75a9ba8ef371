package org.serviceexchange.protocol.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SignatureException;
import org.bouncycastle.util.Arrays;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.primitive.CompositeSignature;

/**
 * The exact bytes of a payload and a signature over type and payload. JSON; specified in docs/protocol.md, section 3.
 *
 * @param payloadType as in {@link MessageType#payloadType()}
 * @param payload the bytes of an inner JSON object
 * @param signature composite signature over {@link #preAuthenticationEncoding}, 3373 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SignedEnvelope(String payloadType, byte[] payload, byte[] signature) {

    public SignedEnvelope {
        MessageFields.bytes("signature", signature, CompositeSignature.SIGNATURE_LENGTH);
    }

    /** Serializes and signs a payload with the active ISK; JSON in UTF-8. */
    public static byte[] write(MessageType type, Object payload, InstanceKeys keys) {
        byte[] bytes = Wire.write(payload);
        return Wire.write(new SignedEnvelope(
                type.payloadType(), bytes, keys.sign(preAuthenticationEncoding(type.payloadType(), bytes))));
    }

    /**
     * Parses an envelope of this type; does not verify its signature. Problems: {@code MESSAGE_MALFORMED},
     * {@code VERSION_UNSUPPORTED}.
     */
    public static SignedEnvelope read(byte[] message, MessageType type) {
        SignedEnvelope envelope = Wire.read(message, SignedEnvelope.class);
        type.require(envelope.payloadType);
        return envelope;
    }

    /** Whether this key signed this payload as this type. */
    public boolean isSignedBy(byte[] signatureKey) {
        return stands(signatureKey, payloadType, payload, signature);
    }

    /**
     * Whether the composite public key of 1984 bytes verifies the signature; false for every malformed key or
     * signature.
     */
    public static boolean stands(byte[] signatureKey, String payloadType, byte[] payload, byte[] signature) {
        try {
            CompositeSignature.verify(signatureKey, preAuthenticationEncoding(payloadType, payload), signature);
            return true;
        } catch (SignatureException e) {
            return false;
        }
    }

    /** The pre-authentication encoding (PAE) of DSSE version 1: type and payload, each preceded by its length. */
    public static byte[] preAuthenticationEncoding(String payloadType, byte[] payload) {
        byte[] type = payloadType.getBytes(UTF_8);
        String head = "DSSEv1 " + type.length + " " + payloadType + " " + payload.length + " ";
        return Arrays.concatenate(head.getBytes(UTF_8), payload);
    }
}
