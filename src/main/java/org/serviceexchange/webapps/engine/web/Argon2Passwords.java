package org.serviceexchange.webapps.engine.web;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id (RFC 9106) at the cost that OWASP recommends: 19 MiB of memory, two passes. Limits
 * concurrent hashing, so that many logins at once cannot exhaust the memory, and the number of those that wait: beyond,
 * the answer is at once that the instance is busy.
 */
@Component
class Argon2Passwords implements PasswordEncryptor {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int AT_A_TIME = 3;
    private static final int MOST_WAITING = 30;

    private final PasswordEncoder encoder;
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);
    private final Semaphore places = new Semaphore(AT_A_TIME + MOST_WAITING);

    @Autowired
    Argon2Passwords() {
        this(new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES));
    }

    /** For tests, which need work that takes as long as they want. */
    Argon2Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public String encrypt(String password) {
        return inTurn(() -> encoder.encode(password));
    }

    @Override
    public boolean check(String password, String encrypted) {
        return inTurn(() -> encoder.matches(password, encrypted));
    }

    @Override
    public String hashAlgorithmName() {
        return "argon2id";
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw new Problem(ProblemCode.BUSY);
        }
        try {
            turns.acquireUninterruptibly();
            try {
                return work.get();
            } finally {
                turns.release();
            }
        } finally {
            places.release();
        }
    }
}
