package org.serviceexchange.protocol.handshake;

import java.time.Instant;
import java.util.Optional;

/** Exchanges that consumers opened with this instance. */
public interface ReceivedExchanges {

    /** Blocks other transactions that lock the same registration, until this transaction ends. */
    void lock(String registration);

    Optional<ReceivedExchange> find(String registration, String exchange);

    void add(ReceivedExchange exchange);

    /** Deletes the secrets of every pending exchange of the registration, which thereby expires. */
    void supersede(String registration);

    /** Deletes the secrets of all exchanges that started before this time and are still pending; how many those were. */
    int expire(Instant startedBefore);

    /** Stores the last messages and deletes the secret. */
    void confirm(String registration, String exchange, byte[] m3Hash, byte[] m4);
}
