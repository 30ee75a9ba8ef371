package org.serviceexchange.kmf;

/**
 * This instance's long-term keys: the signature key ISK and the encryption key IAEK.
 *
 * <p>Security guarantees: A public key that was exchanged in the database is not published. A key whose row was
 * altered signs nothing.
 */
public interface InstanceKeys {

    /**
     * SHA-256 of {@link #signaturePublicKey()}, base64url without padding, 43 characters: how peers identify this
     * instance.
     */
    String thumbprint();

    /** The composite MLDSA65-Ed25519-SHA512 public key (draft-ietf-lamps-pq-composite-sigs), 1952 + 32 bytes. */
    byte[] signaturePublicKey();

    /** The X-Wing public key, 1216 bytes. Reserved, not used yet: peers receive and pin it, nothing is encrypted to it. */
    byte[] encryptionPublicKey();

    /** Signs with the active ISK; the signature has 3309 + 64 bytes. */
    byte[] sign(byte[] message);
}
