package org.serviceexchange.exchange;

/**
 * One side of an exchange as the other pinned it.
 *
 * @param url base URL without trailing slash
 * @param signatureKey composite public key, 1984 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; holds the exact bytes that were pinned
public record Party(String url, byte[] signatureKey) {}
