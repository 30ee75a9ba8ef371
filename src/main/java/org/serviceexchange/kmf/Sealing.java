package org.serviceexchange.kmf;

/**
 * The instance encrypter: encrypts secrets that are stored and must be readable again.
 *
 * <p>Security guarantees: The same value is never sealed to the same bytes twice, because AES-256-GCM takes a random
 * IV each time. A sealed value opens only for the purpose and the id it was sealed for. A sealed value of which one
 * bit was changed does not open. The version of the key is part of the sealed value, so that it still opens after a
 * rotation.
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
