package org.serviceexchange.kmf.primitive;

/**
 * The two encoded keys of a key pair. Its {@code toString} never shows keys.
 *
 * @param publicKey the key that peers may know
 * @param privateKey the key that only its owner knows; the caller wipes it after use
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only handed on
public record RawKeyPair(byte[] publicKey, byte[] privateKey) {

    @Override
    public String toString() {
        return "RawKeyPair";
    }
}
