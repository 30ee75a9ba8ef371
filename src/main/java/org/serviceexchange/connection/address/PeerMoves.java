package org.serviceexchange.connection.address;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Finding;

/** What is remembered of the moves of peers, beside their addresses, which their records have. */
public interface PeerMoves {

    /** The last move of the peer of a connection; empty if it never moved or tried to. */
    Optional<PeerMove> of(String connection);

    /** The peer moved; its former address is tried until {@code formerUntil} when the new one does not answer. */
    void moved(String connection, String former, String address, Instant at, Instant formerUntil);

    /** The peer announced an address that was refused. */
    void refused(String connection, String announced, Finding why, Instant at);

    /** The peer did not move to the address that was refused. */
    void stayed(String connection);

    /**
     * A peer's last move.
     *
     * @param former the address before; null if it never moved
     * @param refused an address that it announced later and that was refused; null if there is none
     */
    record PeerMove(
            @Nullable String former,
            @Nullable Instant movedAt,
            @Nullable Instant formerUntil,
            @Nullable String refused,
            @Nullable Finding why,
            @Nullable Instant refusedAt) {}
}
