package org.serviceexchange.protocol.handshake;

/**
 * The result of a completed exchange, the same on both sides. Its {@code toString} never shows keys.
 *
 * @param keyId id of the keys: 16 exported bytes, base64url, 22 characters
 * @param consumerToProvider AES-256 key of this direction, 32 bytes
 * @param providerToConsumer AES-256 key of this direction, 32 bytes
 * @param resumption secret for later exchanges, 32 bytes; protocol version 1 does not use it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only handed to the KMF
public record ConnectionKeys(String keyId, byte[] consumerToProvider, byte[] providerToConsumer, byte[] resumption) {

    @Override
    public String toString() {
        return "ConnectionKeys[" + keyId + "]";
    }
}
