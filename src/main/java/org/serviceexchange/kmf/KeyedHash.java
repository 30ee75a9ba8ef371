package org.serviceexchange.kmf;

/**
 * HMAC-SHA256 under the instance's own key: finds a secret again without keeping it, and proves rows unaltered.
 *
 * <p>Security guarantees: The same value has the same hash after a restart and on every node. Values of different
 * purposes never collide.
 */
public interface KeyedHash {

    /**
     * The keyed hash of a value, base64url without padding, 43 characters; values with different purposes never
     * collide.
     */
    String of(String purpose, String value);
}
