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

    private final IdempotencyRecords records;
    private final KeyedHash hash;
    private final RandomSecrets secrets;
    private final TransactionOperations transactions;
    private final Clock clock;

    Idempotency(
            IdempotencyRecords records,
            KeyedHash hash,
            RandomSecrets secrets,
            TransactionOperations transactions,
            Clock clock) {
        this.records = records;
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
    public IdempotencyRecord execute(String service, String key, String request, Supplier<IdempotencyRecord> work) {
        String keyHash = hash.of("idempotency-key", service + "\n" + key);
        BegunRequest mine =
                new BegunRequest(hash.of("idempotent-request", request), secrets.next(), clock.instant(), null);
        Optional<BegunRequest> earlier = records.find(keyHash);
        if (earlier.isPresent() && !over(earlier.get())) {
            return responseOf(earlier.get(), mine);
        }
        boolean begun = earlier.map(dead -> records.takeOver(keyHash, dead.attempt(), mine))
                .orElseGet(() -> records.begin(keyHash, mine));
        if (!begun) {
            throw new Problem(ProblemCode.REQUEST_IN_PROGRESS);
        }
        return work(keyHash, mine.attempt(), work);
    }

    private boolean over(BegunRequest earlier) {
        Duration life = earlier.response() == null ? GIVEN_UP_AFTER : KEPT;
        Instant end = earlier.startedAt().plus(life);
        return !clock.instant().isBefore(end);
    }

    private static IdempotencyRecord responseOf(BegunRequest earlier, BegunRequest mine) {
        if (!earlier.requestHash().equals(mine.requestHash())) {
            throw new Problem(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        }
        if (earlier.response() == null) {
            throw new Problem(ProblemCode.REQUEST_IN_PROGRESS);
        }
        return earlier.response();
    }

    private IdempotencyRecord work(String keyHash, String attempt, Supplier<IdempotencyRecord> work) {
        try {
            return Objects.requireNonNull(transactions.execute(status -> {
                IdempotencyRecord response = work.get();
                if (!records.complete(keyHash, attempt, response)) {
                    throw new Problem(ProblemCode.REQUEST_IN_PROGRESS);
                }
                return response;
            }));
        } catch (RuntimeException refused) {
            records.forget(keyHash, attempt);
            throw refused;
        }
    }
}
