package org.serviceexchange.connection.overview.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.serviceexchange.connection.heartbeat.FollowedConnection;
import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.serviceexchange.connection.heartbeat.LineHealth;
import org.serviceexchange.connection.heartbeat.web.HealthCards;
import org.serviceexchange.connection.rotation.KeysInUse;
import org.serviceexchange.connection.rotation.KeysInView;
import org.serviceexchange.connection.suspension.Standstills;
import org.serviceexchange.connection.suspension.Suspension;
import org.serviceexchange.protocol.handshake.Channel;
import org.springframework.stereotype.Component;

/** Reads the cards of living connections; as many of them as a page shows cost as many statements as one. */
@Component
public class LivingCards {

    private final Heartbeats heartbeats;
    private final KeysInView keysInView;
    private final Standstills standstills;
    private final Clock clock;

    LivingCards(Heartbeats heartbeats, KeysInView keysInView, Standstills standstills, Clock clock) {
        this.heartbeats = heartbeats;
        this.keysInView = keysInView;
        this.standstills = standstills;
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
        Map<String, Suspension> announced = standstills.announced(health.keySet());
        Instant now = clock.instant();
        Map<String, LivingCard> cards = new HashMap<>();
        health.forEach((number, one) -> cards.put(
                number,
                new LivingCard(
                        number,
                        HealthCards.card(one, now),
                        one.heard().name(),
                        HealthCards.styleClass(one.heard()),
                        keys.get(number),
                        announced.get(number))));
        return cards;
    }

    private static Channel channel(FollowedConnection connection) {
        return new Channel(connection.module(), connection.registration(), connection.keyId(), connection.side());
    }
}
