package org.serviceexchange.webapps.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The product's hash of a password, and what it costs; the application contexts of the tests have {@link QuickPasswords}. */
class Argon2PasswordsTest {

    private static final int PLACES = 33;

    private final CountDownLatch stands = new CountDownLatch(1);
    private final Argon2Passwords passwords = new Argon2Passwords(new Standing());

    @Test
    void saysAtOnceThatItIsBusyWhenTooManyWait() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(PLACES + 1);
        try {
            var answers = new ExecutorCompletionService<Boolean>(threads);
            for (int login = 0; login <= PLACES; login++) {
                answers.submit(() -> passwords.check("a", "b"));
            }

            assertThatThrownBy(() -> answers.take().get())
                    .cause()
                    .isInstanceOfSatisfying(
                            Problem.class, busy -> assertThat(busy.code()).isEqualTo(ProblemCode.BUSY));
            stands.countDown();
            for (int login = 0; login < PLACES; login++) {
                assertThat(answers.take().get()).isTrue();
            }
            assertThat(passwords.check("a", "b")).isTrue();
        } finally {
            stands.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    void hashesWithArgon2id() {
        Argon2Passwords real = new Argon2Passwords();
        String hash = real.encrypt("a long enough password");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(real.check("a long enough password", hash)).isTrue();
        assertThat(real.check("another password", hash)).isFalse();
    }

    @Test
    void checksWhatWasHashedAtAnotherCost() {
        String cheap = new QuickPasswords().encrypt("a long enough password");

        assertThat(cheap).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
        assertThat(new Argon2Passwords().check("a long enough password", cheap)).isTrue();
    }

    private final class Standing implements PasswordEncoder {

        @Override
        public String encode(CharSequence password) {
            return "";
        }

        @Override
        public boolean matches(CharSequence password, String encoded) {
            try {
                stands.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return true;
        }
    }
}
