package org.serviceexchange.platform.store;

/**
 * Authenticates what stands in the database, such as a row that decides something, under a key of its own.
 *
 * <p>A call computes one HMAC-SHA256 with a key in memory. The database is asked for new versions of the key no more
 * often than every {@code service-exchange.kmf.cache-max-age}. A tag names the version of the key that made it, so that
 * it still verifies after a rotation.
 *
 * <p>Security guarantees: A tag of one purpose never verifies for another purpose or other bytes. A tag still verifies
 * after the key was rotated, until the version that made it is suspended, compromised or destroyed. A key whose row was
 * altered makes and verifies nothing.
 */
public interface RecordMac {

    /**
     * The tag of these bytes, 36 bytes, made by the Active version of the key. The caller encodes its fields
     * unambiguously: two records that differ must never give the same bytes.
     *
     * @param purpose which kind of record, such as {@code registration}
     */
    byte[] mac(String purpose, byte[] bytes);

    /** Whether {@link #mac} returned this tag for this purpose and these bytes; the caller refuses the record if not. */
    boolean verify(String purpose, byte[] bytes, byte[] tag);
}
