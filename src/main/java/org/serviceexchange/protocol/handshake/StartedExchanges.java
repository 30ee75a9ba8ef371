package org.serviceexchange.protocol.handshake;

import java.time.Instant;
import java.util.Optional;

/** Exchanges that this instance opened as a consumer. */
public interface StartedExchanges {

    /** Holds off every other transaction that locks the same registration of the same provider. */
    void lock(String provider, String registration);

    Optional<StartedExchange> find(String provider, String registration);

    /** Keeps an exchange in place of the one before. */
    void save(StartedExchange exchange);

    void delete(String provider, String registration);

    /** Forgets all exchanges that started before and whose M3 was never made. */
    void expire(Instant startedBefore);
}
