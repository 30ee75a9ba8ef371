package org.serviceexchange.kmf;

/**
 * The instance encrypter: encrypts secrets that are stored and must be readable again.
 *
 * <p>Security guarantees: AES-256-GCM with a random IV; the purpose and the id are associated data, so a sealed value
 * opens only for the record it was sealed for; the key version is part of the sealed value.
 */
public interface Sealing {

    /** Seals a value for a purpose such as {@code registration-link} and an id such as {@code REG0001001}. */
    byte[] seal(String purpose, String id, byte[] value);

    /**
     * Opens what {@link #seal} returned for the same purpose and id; anything else is a {@code SEALED_VALUE_ALTERED}
     * problem.
     */
    byte[] open(String purpose, String id, byte[] sealed);
}
