package org.serviceexchange.protocol.handshake;

import java.time.Instant;
import java.util.Optional;

/** Exchanges that consumers opened here. */
public interface ReceivedExchanges {

    /** Holds off every other transaction that locks the same registration. */
    void lock(String registration);

    Optional<ReceivedExchange> find(String registration, String exchange);

    void add(ReceivedExchange exchange);

    /** Forgets the secrets of every pending exchange of the registration, which thereby expires. */
    void supersede(String registration);

    /** Forgets the secrets of all exchanges that started before and are still pending. */
    void expire(Instant startedBefore);

    /** Keeps the last messages and forgets the secret. */
    void confirm(String registration, String exchange, byte[] m3Hash, byte[] m4);
}
