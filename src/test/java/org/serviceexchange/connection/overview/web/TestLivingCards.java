package org.serviceexchange.connection.overview.web;

import java.time.Clock;
import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.serviceexchange.connection.rotation.KeysInView;

/** Cards of living connections without a Spring context. */
public final class TestLivingCards {

    private TestLivingCards() {}

    public static LivingCards of(Heartbeats heartbeats, KeysInView keysInView, Clock clock) {
        return new LivingCards(heartbeats, keysInView, clock);
    }
}
