package org.serviceexchange.webapps.engine.web;

import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes the passwords of every application context of the tests, which find it where they look for components. It differs from
 * the product's in the cost only: hashing is most of what a login and a new user would take in a test.
 */
@Primary
@Component
class QuickPasswords extends Argon2Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 64;
    private static final int PASSES = 1;

    QuickPasswords() {
        super(new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES));
    }
}
