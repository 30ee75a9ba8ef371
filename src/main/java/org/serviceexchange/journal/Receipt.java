package org.serviceexchange.journal;

import org.jspecify.annotations.Nullable;
import org.serviceexchange.kmf.primitive.Thumbprint;

/**
 * A message between this instance and its peer, kept as proof of what an entry says.
 *
 * @param payloadType type of the message, as it names it
 * @param own whether this instance wrote the message
 * @param signatureKey composite public key of its writer; null if it carries no signature
 * @param message its bytes as they crossed the network; null if only their hash is kept
 * @param hash SHA-256 of the message, base64url
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Receipt(
        String payloadType, boolean own, byte @Nullable [] signatureKey, byte @Nullable [] message, String hash) {

    /** Longer messages are kept as hashes. */
    private static final int LONGEST = 14 * 1024;

    /** A message that its writer signed with this key. */
    public static Receipt signed(String payloadType, boolean own, byte[] signatureKey, byte[] message) {
        return new Receipt(payloadType, own, signatureKey, bounded(message), Thumbprint.of(message));
    }

    /** A message without a signature: a third party cannot tell who wrote it. */
    public static Receipt unsigned(String payloadType, boolean own, byte[] message) {
        return new Receipt(payloadType, own, null, bounded(message), Thumbprint.of(message));
    }

    /** A signed message with a secret, of which the hash is kept alone. */
    public static Receipt secret(String payloadType, boolean own, byte[] signatureKey, byte[] message) {
        return new Receipt(payloadType, own, signatureKey, null, Thumbprint.of(message));
    }

    /** The same without the message. */
    public Receipt hashOnly() {
        return new Receipt(payloadType, own, signatureKey, null, hash);
    }

    private static byte @Nullable [] bounded(byte[] message) {
        return message.length > LONGEST ? null : message;
    }
}
