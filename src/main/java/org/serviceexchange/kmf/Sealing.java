package org.serviceexchange.kmf;

/**
 * The instance encrypter: seals secrets that must be kept and read again.
 *
 * <p>Security guarantees: The same value is never sealed to the same bytes twice, because AES-256-GCM takes a random
 * IV each time. A sealed value opens only for the purpose and the id it was sealed for. A sealed value of which one
 * bit was changed does not open. The version of the key is part of the sealed value, so that it still opens after a
 * rotation.
 */
public interface Sealing {

    /** Seals a value for this purpose ({@code registration-link}) and id ({@code REG0001001}). */
    byte[] seal(String purpose, String id, byte[] value);

    /** Opens what {@link #seal} made for the same purpose and id; anything else is a {@code SEALED_VALUE_ALTERED} problem. */
    byte[] open(String purpose, String id, byte[] sealed);
}
