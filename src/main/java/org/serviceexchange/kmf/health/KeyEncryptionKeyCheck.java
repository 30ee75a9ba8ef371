package org.serviceexchange.kmf.health;

import java.time.Clock;
import org.serviceexchange.kmf.keyring.KeyName;
import org.serviceexchange.kmf.keyring.KeyProofs;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that IKEK wraps and unwraps, and refuses a wrapped key that belongs to another row. */
@Component
@Order(20)
class KeyEncryptionKeyCheck implements HealthCheck {

    private final KeyProofs proofs;
    private final Clock clock;

    KeyEncryptionKeyCheck(KeyProofs proofs, Clock clock) {
        this.proofs = proofs;
        this.clock = clock;
    }

    @Override
    public String component() {
        return "keyEncryptionKey";
    }

    @Override
    public HealthFinding check(KeyInventory keys) {
        if (!proofs.wrapping(keys.ofInstance())) {
            return HealthFinding.malfunction("wrapsWrongly");
        }
        return keys.active(KeyName.KEY_ENCRYPTION).expiresAt().isBefore(clock.instant())
                ? HealthFinding.degraded("wrappingKeyOld")
                : HealthFinding.operational("keyWraps");
    }
}
