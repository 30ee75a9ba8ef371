package org.serviceexchange.api;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests and their responses, by the keyed hash of their idempotency key. */
public interface IdempotencyRecords {

    Optional<BegunRequest> find(String keyHash);

    /**
     * Records, visible to all transactions at once, that a request is being executed; false if another attempt was
     * faster.
     */
    boolean begin(String keyHash, BegunRequest begun);

    /** Takes over from an abandoned attempt; false if another attempt was faster. */
    boolean takeOver(String keyHash, String abandoned, BegunRequest begun);

    /** Stores the response, in the transaction of the work; false if the attempt was taken over in the meantime. */
    boolean complete(String keyHash, String attempt, IdempotencyRecord response);

    /** Deletes an attempt that was refused. */
    void forget(String keyHash, String attempt);

    /** Deletes requests that were started before this time and returns their number. */
    int purge(Instant before);

    /**
     * A request whose execution has started.
     *
     * @param attempt distinguishes this attempt from others at the same request
     * @param response the response; null while the request is being executed
     */
    record BegunRequest(
            String requestHash,
            String attempt,
            Instant startedAt,
            @Nullable IdempotencyRecord response) {}
}
