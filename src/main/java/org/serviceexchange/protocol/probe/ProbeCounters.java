package org.serviceexchange.protocol.probe;

import java.util.Optional;

/** State that protects probes against replay: counters per module key, and the last probe with its response. */
public interface ProbeCounters {

    /**
     * The next counter to send under this key, starting at 1; never returned twice, even if the caller's transaction
     * fails.
     */
    long next(String module, String keyId);

    /** Blocks other transactions that lock the same key, until this transaction ends. */
    void lock(String module, String keyId);

    /** The last probe that got a response. */
    Optional<AnsweredProbe> last(String module, String keyId);

    void save(String module, String keyId, AnsweredProbe probe);

    /** A probe that got a response: its counter, the SHA-256 of its bytes, and the response. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record AnsweredProbe(long counter, byte[] requestHash, byte[] answer) {}
}
