package org.serviceexchange.kmf;

/**
 * The instance encrypter: seals secrets that must be kept and read again.
 *
 * <p>Security guarantees: AES-256-GCM with a random IV; the purpose and the id are associated data, so a sealed value
 * opens only where it belongs; the version of the key is part of the sealed value.
 */
public interface Sealing {

    /** Seals a value for this purpose ({@code registration-link}) and id ({@code REG0001001}). */
    byte[] seal(String purpose, String id, byte[] value);

    /** Opens what {@link #seal} made for the same purpose and id; anything else is a {@code SEALED_VALUE_ALTERED} problem. */
    byte[] open(String purpose, String id, byte[] sealed);
}
