package org.serviceexchange.protocol.handshake;

/**
 * The result of a completed exchange, the same on both sides. Its {@code toString} never shows keys.
 *
 * @param keyId 16 bytes from the exporter, base64url; the same on both sides
 * @param consumerToProvider AES-256 key
 * @param providerToConsumer AES-256 key
 * @param resumption secret to attach again after a restart or restore without a new consent; reserved, not used yet: the
 *     consumer keeps it in its KMF, the provider wipes it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only handed to the KMF
public record ConnectionKeys(String keyId, byte[] consumerToProvider, byte[] providerToConsumer, byte[] resumption) {

    @Override
    public String toString() {
        return "ConnectionKeys[" + keyId + "]";
    }
}
