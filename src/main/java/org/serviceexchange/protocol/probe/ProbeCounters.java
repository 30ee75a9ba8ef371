package org.serviceexchange.protocol.probe;

import java.util.Optional;

/** What makes a probe fresh: counters per module key, and the last probe with its answer. */
public interface ProbeCounters {

    /** The next counter to send under this key, from 1; never given out again, even if the caller's transaction fails. */
    long next(String module, String keyId);

    /** Holds off every other transaction that locks the same. */
    void lock(String module, String keyId);

    /** The last probe that was answered. */
    Optional<AnsweredProbe> last(String module, String keyId);

    void save(String module, String keyId, AnsweredProbe probe);

    /** A probe that was answered: its counter, SHA-256 of its bytes, and the answer. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record AnsweredProbe(long counter, byte[] requestHash, byte[] answer) {}
}
