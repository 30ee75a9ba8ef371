package org.serviceexchange.connection.overview.web;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.heartbeat.web.HealthCards;
import org.serviceexchange.connection.rotation.KeysInUse;
import org.serviceexchange.connection.suspension.Suspension;

/**
 * A living connection at a glance; the template {@code connection/living.html} draws it.
 *
 * @param number its number at this instance
 * @param health how our heartbeats go, and what was heard of theirs
 * @param heard how theirs arrive: the last part of the key of its words
 * @param heardStyle class name of that
 * @param keys the keys in use; null if there are none
 * @param announced the next rest that is announced; null if there is none
 */
public record LivingCard(
        String number,
        HealthCards.Card health,
        String heard,
        String heardStyle,
        @Nullable KeysInUse keys,
        @Nullable Suspension announced) {

    /** When the other side was last heard in either direction; null before the first time. */
    public @Nullable Instant lastContact() {
        return Stream.of(health.provedAt(), health.heardAt())
                .filter(at -> at != null)
                .max(Instant::compareTo)
                .orElse(null);
    }
}
