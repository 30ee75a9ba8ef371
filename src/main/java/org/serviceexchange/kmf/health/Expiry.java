package org.serviceexchange.kmf.health;

import java.time.Duration;
import java.time.Instant;
import org.serviceexchange.kmf.keyring.KeyRow;

/** Rates a key by its remaining validity. */
final class Expiry {

    private static final Duration WARNING = Duration.ofDays(30);

    private Expiry() {}

    /** Operational with this message, unless the key has expired or expires within 30 days. */
    static HealthFinding of(KeyRow row, Instant now, String message) {
        if (!now.isBefore(row.expiresAt())) {
            return HealthFinding.malfunction("keyExpired");
        }
        Duration left = Duration.between(now, row.expiresAt());
        return left.compareTo(WARNING) < 0
                ? HealthFinding.degraded("keyExpires", row.expiresAt())
                : HealthFinding.operational(message);
    }
}
