package org.serviceexchange.connection.address;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.address.PeerMoves.PeerMove;
import org.serviceexchange.connection.announcement.Announcement;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.springframework.stereotype.Service;

/** The addresses of both sides, for the page of a live connection. */
@Service
public class PeerAddressInView {

    private final ConnectionLookup connections;
    private final PeerMoves moves;
    private final AddressAnnouncements announcements;
    private final Clock clock;

    public PeerAddressInView(
            ConnectionLookup connections, PeerMoves moves, AddressAnnouncements announcements, Clock clock) {
        this.connections = connections;
        this.moves = moves;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * What a page shows.
     *
     * @param address where the partner is
     * @param move what is remembered of the partner's moves; null if it never moved
     * @param former where the partner was before, in the form for people; null if it never moved
     * @param formerTried whether the former address is still tried
     * @param untold what the partner was told of this instance's own new address, if it does not know it; else null
     */
    public record View(
            String address,
            @Nullable PeerMove move,
            @Nullable String former,
            boolean formerTried,
            @Nullable Announcement untold) {}

    /** The addresses of the connection whose page this number has; empty if it does not live. */
    public Optional<View> ofSubject(String number) {
        return connections.ofSubject(number).map(this::view);
    }

    private View view(LivingConnection connection) {
        PeerMove move = moves.of(connection.number()).orElse(null);
        String former = move == null ? null : move.former();
        return new View(
                InstanceAddress.shown(connection.peer().url()),
                move,
                former == null ? null : InstanceAddress.shown(former),
                move != null && move.formerUntil() != null && move.formerUntil().isAfter(clock.instant()),
                announcements
                        .of(connection.number())
                        .filter(told -> told.knownAt() == null)
                        .orElse(null));
    }
}
