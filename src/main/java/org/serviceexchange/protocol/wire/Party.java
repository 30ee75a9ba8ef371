package org.serviceexchange.protocol.wire;

import org.serviceexchange.kmf.primitive.Thumbprint;

/**
 * One side of an exchange as the other pinned it.
 *
 * @param url base URL without trailing slash
 * @param signatureKey composite public key, 1984 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; holds the exact bytes that were pinned
public record Party(String url, byte[] signatureKey) {

    /** The name of this instance to its peers: SHA-256 of its signature key, base64url, 43 characters. */
    public String thumbprint() {
        return Thumbprint.of(signatureKey);
    }
}
