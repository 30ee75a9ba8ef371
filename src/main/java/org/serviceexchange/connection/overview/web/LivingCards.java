package org.serviceexchange.connection.overview.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.serviceexchange.connection.heartbeat.LineHealth;
import org.serviceexchange.connection.heartbeat.LiveConnection;
import org.serviceexchange.connection.heartbeat.web.HealthCards;
import org.serviceexchange.connection.rotation.KeysInUse;
import org.serviceexchange.connection.rotation.KeysInView;
import org.serviceexchange.protocol.handshake.Channel;
import org.springframework.stereotype.Component;

/** Reads the cards of living connections; as many of them as a page shows cost as many statements as one. */
@Component
public class LivingCards {

    private final Heartbeats heartbeats;
    private final KeysInView keysInView;
    private final Clock clock;

    LivingCards(Heartbeats heartbeats, KeysInView keysInView, Clock clock) {
        this.heartbeats = heartbeats;
        this.keysInView = keysInView;
        this.clock = clock;
    }

    /** The card of one connection; empty if it does not live. */
    public Optional<LivingCard> of(String number) {
        return Optional.ofNullable(of(List.of(number)).get(number));
    }

    /** By the numbers that connections have at this instance; without those that do not live. */
    public Map<String, LivingCard> of(Collection<String> numbers) {
        Map<String, LineHealth> health = heartbeats.of(numbers);
        if (health.isEmpty()) {
            return Map.of();
        }
        Map<String, KeysInUse> keys = keysInView.inUse(health.values().stream()
                .map(one -> channel(one.row().connection()))
                .toList());
        Instant now = clock.instant();
        Map<String, LivingCard> cards = new HashMap<>();
        health.forEach((number, one) -> cards.put(number, card(number, one, keys.get(number), now)));
        return cards;
    }

    private static LivingCard card(String number, LineHealth health, @Nullable KeysInUse keys, Instant now) {
        return new LivingCard(
                number,
                HealthCards.card(health, now),
                health.heard().name(),
                HealthCards.styleClass(health.heard()),
                keys);
    }

    private static Channel channel(LiveConnection connection) {
        return new Channel(
                connection.module(), connection.registration(), connection.keyId(), connection.side());
    }
}
