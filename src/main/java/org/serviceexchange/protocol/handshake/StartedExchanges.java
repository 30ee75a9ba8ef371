package org.serviceexchange.protocol.handshake;

import java.time.Instant;
import java.util.Optional;

/** Exchanges that this instance opened as a consumer. */
public interface StartedExchanges {

    /** Blocks other transactions that lock the same registration of the same provider, until this transaction ends. */
    void lock(String provider, String registration);

    Optional<StartedExchange> find(String provider, String registration);

    /** Stores an exchange in place of the previous one. */
    void save(StartedExchange exchange);

    void delete(String provider, String registration);

    /** Deletes all exchanges that started before this time and whose M3 was never made; how many those were. */
    int expire(Instant startedBefore);
}
