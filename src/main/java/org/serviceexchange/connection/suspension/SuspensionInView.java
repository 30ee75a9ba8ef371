package org.serviceexchange.connection.suspension;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.stereotype.Service;

/** What the page of a connection shows of suspensions: who said so, why and until when. */
@Service
public class SuspensionInView {

    private final ConnectionLookup connections;
    private final Suspensions suspensions;
    private final Clock clock;

    public SuspensionInView(ConnectionLookup connections, Suspensions suspensions, Clock clock) {
        this.connections = connections;
        this.suspensions = suspensions;
        this.clock = clock;
    }

    /**
     * What a page shows; nothing of what is over.
     *
     * @param own what this side said; null if nothing
     * @param peer what the other side said; null if nothing
     */
    public record View(@Nullable Shown own, @Nullable Shown peer) {}

    /**
     * The suspension of one side.
     *
     * @param what who said what, as a sentence
     * @param reason as that side said it
     * @param begun whether it holds already
     * @param confirmed whether the other side has heard of it
     */
    public record Shown(
            LocalizedMessage what, String reason, Instant from, Instant until, boolean begun, boolean confirmed) {}

    /** Of the connection whose page this number has; empty if it does not live. */
    public Optional<View> ofSubject(String number) {
        if (connections.ofSubject(number).isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        List<KeptSuspension> pending = suspensions.ofSubject(number).stream()
                .filter(kept -> kept.suspension().pending(now))
                .toList();
        return Optional.of(new View(shown(pending, true, now), shown(pending, false, now)));
    }

    private static @Nullable Shown shown(List<KeptSuspension> pending, boolean own, Instant now) {
        return pending.stream()
                .filter(kept -> kept.own() == own)
                .findFirst()
                .map(kept -> new Shown(
                        LocalizedMessage.of("suspension." + (own ? "own." : "peer.")
                                + kept.suspension().kind()),
                        kept.suspension().reason(),
                        kept.suspension().from(),
                        kept.suspension().until(),
                        kept.suspension().inForce(now),
                        kept.confirmedAt() != null))
                .orElse(null);
    }
}
