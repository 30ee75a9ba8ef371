package org.serviceexchange.kmf.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.serviceexchange.kmf.keyring.KeyProofs;
import org.serviceexchange.kmf.keyring.KeyRow;
import org.serviceexchange.kmf.keyring.KeyRows;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Checks that the examined module keys that are or were in use have exactly one Active version, that it unwraps, and that
 * no Active module key expires soon.
 */
@Component
@Order(70)
class ModuleKeysCheck implements HealthCheck {

    private static final Duration WARNING = Duration.ofDays(14);
    private static final int NAMED_AT_MOST = 3;

    private final KeyRows rows;
    private final KeyProofs proofs;
    private final Clock clock;

    ModuleKeysCheck(KeyRows rows, KeyProofs proofs, Clock clock) {
        this.rows = rows;
        this.proofs = proofs;
        this.clock = clock;
    }

    @Override
    public String component() {
        return "moduleKeys";
    }

    @Override
    public HealthFinding check(KeyInventory keys) {
        if (!keys.notUnwrapping().isEmpty()) {
            return HealthFinding.malfunction("notUnwrapping", KeyInventory.named(keys.notUnwrapping(), NAMED_AT_MOST));
        }
        if (!keys.notOneActive().isEmpty()) {
            return HealthFinding.malfunction("notOneActive", KeyInventory.named(keys.notOneActive(), NAMED_AT_MOST));
        }
        Optional<KeyRow> first = rows.firstToExpire();
        first.ifPresent(proofs::row);
        Instant warning = clock.instant().plus(WARNING);
        return first.filter(row -> row.expiresAt().isBefore(warning))
                .map(row -> HealthFinding.degraded("moduleKeyExpires", row.name(), row.expiresAt()))
                .orElseGet(() -> HealthFinding.operational("moduleKeysUnwrap", keys.activeModuleKeys()));
    }
}
