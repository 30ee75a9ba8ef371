package org.serviceexchange.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.serviceexchange.api.IdempotencyRecords.BegunRequest;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.kmf.RandomSecrets;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Executes a request once, however often it is sent (draft-ietf-httpapi-idempotency-key-header). The work and the
 * stored response are one transaction, so neither exists without the other. A refused request has no effect and is not
 * stored.
 */
@Component
public class Idempotency {

    /** How long a repeated request gets the stored response. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** An attempt without a response that is older than this is considered dead. */
    static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(2);

    private final IdempotencyRecords answers;
    private final KeyedHash hash;
    private final RandomSecrets secrets;
    private final TransactionOperations transactions;
    private final Clock clock;

    Idempotency(
            IdempotencyRecords answers,
            KeyedHash hash,
            RandomSecrets secrets,
            TransactionOperations transactions,
            Clock clock) {
        this.answers = answers;
        this.hash = hash;
        this.secrets = secrets;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The response of the work, or the stored response if the same service used the same key before. An
     * {@code IDEMPOTENCY_KEY_REUSED} problem if the request was a different one, {@code REQUEST_IN_PROGRESS} while the
     * first attempt is still running.
     */
    public IdempotencyRecord answer(String service, String key, String request, Supplier<IdempotencyRecord> work) {
        String keyHash = hash.of("idempotency-key", service + "\n" + key);
        BegunRequest mine =
                new BegunRequest(hash.of("idempotent-request", request), secrets.next(), clock.instant(), null);
        Optional<BegunRequest> earlier = answers.find(keyHash);
        if (earlier.isPresent() && !over(earlier.get())) {
            return answerOf(earlier.get(), mine);
        }
        boolean begun = earlier.map(dead -> answers.takeOver(keyHash, dead.attempt(), mine))
                .orElseGet(() -> answers.begin(keyHash, mine));
        if (!begun) {
            throw new Problem(ProblemCode.REQUEST_IN_PROGRESS);
        }
        return work(keyHash, mine.attempt(), work);
    }

    private boolean over(BegunRequest earlier) {
        Duration life = earlier.answer() == null ? GIVEN_UP_AFTER : KEPT;
        Instant end = earlier.startedAt().plus(life);
        return !clock.instant().isBefore(end);
    }

    private static IdempotencyRecord answerOf(BegunRequest earlier, BegunRequest mine) {
        if (!earlier.requestHash().equals(mine.requestHash())) {
            throw new Problem(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        }
        if (earlier.answer() == null) {
            throw new Problem(ProblemCode.REQUEST_IN_PROGRESS);
        }
        return earlier.answer();
    }

    private IdempotencyRecord work(String keyHash, String attempt, Supplier<IdempotencyRecord> work) {
        try {
            return Objects.requireNonNull(transactions.execute(status -> {
                IdempotencyRecord answer = work.get();
                if (!answers.complete(keyHash, attempt, answer)) {
                    throw new Problem(ProblemCode.REQUEST_IN_PROGRESS);
                }
                return answer;
            }));
        } catch (RuntimeException refused) {
            answers.forget(keyHash, attempt);
            throw refused;
        }
    }
}
