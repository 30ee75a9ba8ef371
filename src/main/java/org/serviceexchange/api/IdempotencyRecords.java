package org.serviceexchange.api;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests that were begun and answered, by the keyed hash of their key. */
public interface IdempotencyRecords {

    Optional<BegunRequest> find(String keyHash);

    /** Notes that a request is being worked on, for everyone to see at once; false if another one was quicker. */
    boolean begin(String keyHash, BegunRequest begun);

    /** Takes over from an attempt that did not come to its end; false if another one was quicker. */
    boolean takeOver(String keyHash, String abandoned, BegunRequest begun);

    /** Keeps the answer, in the transaction of the work; false if the attempt was taken over in the meantime. */
    boolean complete(String keyHash, String attempt, IdempotencyRecord answer);

    /** Forgets an attempt that was refused. */
    void forget(String keyHash, String attempt);

    /** Forgets what was begun before. */
    int purge(Instant before);

    /**
     * A request that was begun.
     *
     * @param attempt tells this attempt from another one at the same request
     * @param answer null while it is being worked on
     */
    record BegunRequest(
            String requestHash,
            String attempt,
            Instant startedAt,
            @Nullable IdempotencyRecord answer) {}
}
