package org.serviceexchange.kmf;

/**
 * HMAC-SHA256 under the instance's HMAC key (IHK): finds a secret again without storing it, and proves that rows are
 * unaltered.
 */
public interface KeyedHash {

    /**
     * The keyed hash of a value, base64url without padding, 43 characters; values with different purposes never
     * collide.
     */
    String of(String purpose, String value);
}
