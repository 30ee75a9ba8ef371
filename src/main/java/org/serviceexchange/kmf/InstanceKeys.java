package org.serviceexchange.kmf;

import java.util.List;

/**
 * This instance's long-term keys: the signature key ISK and the encryption key IAEK.
 *
 * <p>After a rotation of the signature key peers take the new one over at different times. Until then the earlier one goes on signing
 * what they receive: {@link #ofRecord} and {@link #as} are this instance under that key.
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

    /** Thumbprints of the active ISK, the first one, and of those before it that may still sign for peers that know no other. */
    List<String> thumbprints();

    /** The public keys of every ISK that this instance ever had, the newest first, to recognize what they signed. */
    List<byte[]> signaturePublicKeys();

    /** This instance under one of its {@link #thumbprints}; a {@code KEY_UNKNOWN} problem for any other. */
    InstanceKeys as(String thumbprint);

    /** This instance as the peer of the registration or connection with this number knows it. Costs no statement before the first rotation. */
    InstanceKeys ofRecord(String number);

    /**
     * The same, even if a person gave up on telling the peer the active ISK: to ask it what it has. Asked under a key that it does not know, it
     * would say that it has nothing.
     */
    InstanceKeys knownTo(String number);

    /** The peer of a record addressed this instance by this thumbprint: until it has taken the active ISK over, it knows no other. */
    void addressedAs(String number, String thumbprint);
}
