package org.serviceexchange.kmf.health;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import org.serviceexchange.kmf.keyring.KeyName;
import org.serviceexchange.kmf.keyring.KeyProofs;
import org.serviceexchange.kmf.keyring.KeyRow;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that every version of the encrypter key that may still decrypt opens its sentinel. */
@Component
@Order(60)
class EncrypterCheck implements HealthCheck {

    private final KeyProofs proofs;
    private final Clock clock;

    EncrypterCheck(KeyProofs proofs, Clock clock) {
        this.proofs = proofs;
        this.clock = clock;
    }

    @Override
    public String component() {
        return "encrypter";
    }

    @Override
    public HealthFinding check(KeyInventory keys) {
        KeyRow active = keys.active(KeyName.ENCRYPTER);
        List<KeyRow> versions = keys.ofInstance().stream()
                .filter(row -> row.name().equals(KeyName.ENCRYPTER))
                .toList();
        for (KeyRow row : versions) {
            if (row.state().mayProcess() && !works(row)) {
                return HealthFinding.malfunction("encrypterFails", version(row));
            }
        }
        return active.expiresAt().isBefore(clock.instant())
                        || versions.stream().anyMatch(row -> row.version() > active.version())
                ? HealthFinding.degraded("encrypterOld", version(active))
                : HealthFinding.operational("encrypterWorks", version(active));
    }

    /** The version without a grouping separator. */
    private static String version(KeyRow row) {
        return String.valueOf(row.version());
    }

    private boolean works(KeyRow row) {
        try {
            return proofs.sentinel(row);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
