package org.serviceexchange.kmf.primitive;

/**
 * The encoded halves of a key pair. No {@code toString} that shows keys.
 *
 * @param publicKey what peers may know
 * @param privateKey what only the owner knows; the caller wipes it after use
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only handed on
public record RawKeyPair(byte[] publicKey, byte[] privateKey) {

    @Override
    public String toString() {
        return "RawKeyPair";
    }
}
