package org.serviceexchange.webapps.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the product's hash of a password costs; the application contexts of the tests have {@link QuickPasswords}. */
class Argon2PasswordsTest {

    private static final String PASSWORD = "a long enough password";

    private final Argon2Passwords passwords = new Argon2Passwords();

    @Test
    void hashesWithNineteenMebibytesInTwoPasses() {
        String hash = passwords.encrypt(PASSWORD);

        assertThat(passwords.hashAlgorithmName()).isEqualTo("argon2id");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.check(PASSWORD, hash)).isTrue();
        assertThat(passwords.check(PASSWORD + "x", hash)).isFalse();
    }

    @Test
    void checksWhatWasHashedAtAnotherCost() {
        String cheap = new QuickPasswords().encrypt(PASSWORD);

        assertThat(cheap).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
        assertThat(passwords.check(PASSWORD, cheap)).isTrue();
    }
}
