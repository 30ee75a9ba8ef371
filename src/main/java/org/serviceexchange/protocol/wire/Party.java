package org.serviceexchange.protocol.wire;

import org.serviceexchange.kmf.primitive.Thumbprint;

/**
 * The identity of one side, as the other side pinned it.
 *
 * @param url base URL, without a trailing slash
 * @param signatureKey composite public key, 1984 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; holds the exact bytes that were pinned
public record Party(String url, byte[] signatureKey) {

    /** How peers identify this instance: SHA-256 of its signature key, base64url without padding, 43 characters. */
    public String thumbprint() {
        return Thumbprint.of(signatureKey);
    }
}
