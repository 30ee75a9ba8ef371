package org.serviceexchange.protocol.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.serviceexchange.protocol.handshake.Channel;
import org.serviceexchange.protocol.wire.MessageFields;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Wire;

/**
 * A probe or the response to one. JSON; specified in docs/protocol.md, section 8.
 *
 * @param payloadType {@code application/vnd.service-exchange.v1.probe+json} or {@code …v1.probe-answer+json}
 * @param keyId id of the connection's keys, base64url, 22 characters
 * @param counter from 1; never used twice under a key
 * @param sealed ciphertext of the {@link Nonce} and a 16-byte tag, 512 bytes at most
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Probe(String payloadType, String keyId, long counter, byte[] sealed) {

    public static final int NONCE_LENGTH = 32;

    public Probe {
        MessageFields.token("keyId", keyId);
        MessageFields.require(counter > 0, "counter must be 1 or more");
        MessageFields.require(sealed.length <= 512, "sealed must have 512 bytes or less");
    }

    /**
     * The sealed content: a random value in the request, the same value in the response.
     *
     * @param nonce 32 bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Nonce(byte[] nonce) {

        public Nonce {
            MessageFields.bytes("nonce", nonce, NONCE_LENGTH);
        }
    }

    public static Probe read(byte[] message, MessageType type) {
        Probe probe = Wire.read(message, Probe.class);
        type.require(probe.payloadType);
        return probe;
    }

    public static byte[] write(MessageType type, Channel channel, long counter, byte[] key, byte[] about, Nonce nonce) {
        byte[] data = associatedData(type, channel, channel.side().sends(), about);
        byte[] sealed = ProbeCipher.seal(key, counter, data, Wire.write(nonce));
        return Wire.write(new Probe(type.payloadType(), channel.keyId(), counter, sealed));
    }

    /** Decrypts a message that was sent in this direction; an {@code EXCHANGE_FAILED} problem if it does not verify. */
    public Nonce open(MessageType type, Channel channel, String direction, byte[] key, byte[] about) {
        byte[] data = associatedData(type, channel, direction, about);
        return Wire.read(ProbeCipher.open(key, counter, data, sealed), Nonce.class);
    }

    /**
     * Payload type, registration, key id, direction and, in a response, the hash of the request; each followed by a
     * line feed.
     */
    private static byte[] associatedData(MessageType type, Channel channel, String direction, byte[] about) {
        String lines = String.join(
                "\n",
                type.payloadType(),
                channel.registration(),
                channel.keyId(),
                direction,
                Base64.getUrlEncoder().withoutPadding().encodeToString(about),
                "");
        return lines.getBytes(UTF_8);
    }
}
