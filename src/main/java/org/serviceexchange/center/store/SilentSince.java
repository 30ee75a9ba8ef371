package org.serviceexchange.center.store;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.serviceexchange.connection.heartbeat.HeartbeatRows;
import org.serviceexchange.connection.heartbeat.HeartbeatSettings;
import org.serviceexchange.connection.heartbeat.Pace;
import org.springframework.stereotype.Component;

/** Since when a connection must have been silent to count as down, as its own page computes it. */
@Component
class SilentSince {

    private final HeartbeatRows rows;
    private final HeartbeatSettings settings;
    private final Clock clock;

    SilentSince(HeartbeatRows rows, HeartbeatSettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    OffsetDateTime time() {
        return now().minus(Pace.of(settings, rows.count()).tolerated()).atOffset(ZoneOffset.UTC);
    }
}
