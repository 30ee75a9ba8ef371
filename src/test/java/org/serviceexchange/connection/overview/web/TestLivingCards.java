package org.serviceexchange.connection.overview.web;

import java.time.Clock;
import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.serviceexchange.connection.rotation.KeysInView;
import org.serviceexchange.connection.suspension.Standstills;

/** Cards of living connections without a Spring context. */
public final class TestLivingCards {

    private TestLivingCards() {}

    public static LivingCards of(Heartbeats heartbeats, KeysInView keysInView, Standstills standstills, Clock clock) {
        return new LivingCards(heartbeats, keysInView, standstills, clock);
    }
}
