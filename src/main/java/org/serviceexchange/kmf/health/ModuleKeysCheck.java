package org.serviceexchange.kmf.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.serviceexchange.kmf.keyring.KeyName;
import org.serviceexchange.kmf.keyring.KeyRow;
import org.serviceexchange.kmf.keyring.KeyRows;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that every module key that is or was in use has exactly one Active version, and that it unwraps. */
@Component
@Order(70)
class ModuleKeysCheck implements HealthCheck {

    private static final Duration WARNING = Duration.ofDays(14);
    private static final int NAMED_AT_MOST = 3;

    private final KeyRows rows;
    private final Clock clock;

    ModuleKeysCheck(KeyRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String component() {
        return "moduleKeys";
    }

    @Override
    public HealthFinding check(KeyInventory keys) {
        if (!keys.notUnwrapping().isEmpty()) {
            return HealthFinding.malfunction("notUnwrapping", KeyNames.of(keys.notUnwrapping(), NAMED_AT_MOST));
        }
        List<KeyName> without = rows.withoutOneActive();
        if (!without.isEmpty()) {
            return HealthFinding.malfunction("notOneActive", KeyNames.of(without, NAMED_AT_MOST));
        }
        Instant now = clock.instant();
        KeyRow expiring = keys.expiringBefore(now.plus(WARNING));
        return expiring == null
                ? HealthFinding.operational("moduleKeysUnwrap", keys.activeModuleKeys())
                : HealthFinding.degraded("moduleKeyExpires", expiring.name(), expiring.expiresAt());
    }
}
