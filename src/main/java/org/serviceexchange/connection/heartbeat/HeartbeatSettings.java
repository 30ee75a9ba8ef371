package org.serviceexchange.connection.heartbeat;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often connections send heartbeats.
 *
 * @param pause time between two heartbeats of a connection; longer if there are many connections or the other side is silent
 * @param perSecond how many heartbeats are sent per second at most, by all nodes together
 * @param slowAfter round trip from which a connection counts as slow
 */
@Validated
@ConfigurationProperties(prefix = "service-exchange.heartbeat", ignoreUnknownFields = false)
public record HeartbeatSettings(
        @DefaultValue("5m") Duration pause,
        @DefaultValue("100") int perSecond,
        @DefaultValue("2s") Duration slowAfter) {

    private static final Duration LONGEST = Duration.ofHours(12);

    @AssertTrue(message = "pause must be between 1 second and 12 hours")
    boolean isPauseBounded() {
        return pause.toSeconds() >= 1 && pause.compareTo(LONGEST) <= 0;
    }

    @AssertTrue(message = "per-second must be between 1 and 10000")
    boolean isRateBounded() {
        return perSecond >= 1 && perSecond <= 10_000;
    }

    @AssertTrue(message = "slow-after must be between 1 ms and 15 seconds")
    boolean isSlownessBounded() {
        return slowAfter.toMillis() >= 1 && slowAfter.toSeconds() <= 15;
    }
}
