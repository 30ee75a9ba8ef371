package org.serviceexchange.connection.heartbeat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.serviceexchange.kmf.MessageSeals;
import org.serviceexchange.protocol.handshake.Exports;
import org.serviceexchange.protocol.wire.MessageRefusal;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Wire;

/**
 * Writes and reads sealed messages of one connection.
 *
 * <p>Security guarantees: A message opens only as what it is: its type, connection, key id and direction, and in an answer the
 * request, are authenticated.
 */
final class BeatMessages {

    /** For what the keys are derived from those of the connection. */
    static final String USE = "SX-1 heartbeat";

    /** What a request is about. */
    static final byte[] NOTHING = {};

    private final FollowedConnection connection;
    private final MessageSeals.Keys keys;

    BeatMessages(FollowedConnection connection, MessageSeals.Keys keys) {
        this.connection = connection;
        this.keys = keys;
    }

    /** Whether the keys of both directions are there. */
    boolean possible() {
        return keys.has(connection.module(), connection.side().sends(), connection.keyId())
                && keys.has(connection.module(), connection.side().receives(), connection.keyId());
    }

    /**
     * Seals and writes a message of this side.
     *
     * @param about the request that an answer is about; of a request, {@link #NOTHING}
     */
    byte[] write(MessageType type, byte[] about, Object content) {
        String direction = connection.side().sends();
        byte[] sealed = keys.seal(
                connection.module(),
                direction,
                connection.keyId(),
                USE,
                associatedData(type, direction, about),
                Wire.write(content));
        return Wire.write(new SealedBeat(type.payloadType(), connection.keyId(), sealed));
    }

    /** Opens a message of the other side; an {@code EXCHANGE_FAILED} problem if it does not open. */
    <T> T open(MessageType type, SealedBeat message, byte[] about, Class<T> form) {
        String direction = connection.side().receives();
        byte[] data = associatedData(type, direction, about);
        byte[] content = keys.open(connection.module(), direction, connection.keyId(), USE, data, message.sealed())
                .orElseThrow(() -> MessageRefusal.failed("beatDoesNotOpen"));
        return Wire.read(content, form);
    }

    /** Reads and opens the answer to a request. */
    <T> T openAnswer(MessageType type, byte[] answer, byte[] request, Class<T> form) {
        SealedBeat message = Wire.read(answer, SealedBeat.class);
        type.require(message.payloadType());
        return open(type, message, request, form);
    }

    /** As for probes: type, registration, key id, direction and the hash of the request, each ended by a line feed. */
    private byte[] associatedData(MessageType type, String direction, byte[] about) {
        String request = about.length == 0 ? "" : hash(about);
        return String.join(
                        "\n", type.payloadType(), connection.registration(), connection.keyId(), direction, request, "")
                .getBytes(UTF_8);
    }

    /** SHA-256 in base64url. */
    static String hash(byte[] message) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Exports.hash(message));
    }
}
