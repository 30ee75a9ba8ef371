package org.serviceexchange.kmf.health;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import org.serviceexchange.kmf.keys.KeyName;
import org.serviceexchange.kmf.keys.KeyProofs;
import org.serviceexchange.kmf.keys.KeyRow;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The sentinel of every version of the encrypter that may still open something opens. */
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
        return "Instance encrypter";
    }

    @Override
    public Finding check(KeyInventory keys) {
        KeyRow active = keys.active(KeyName.ENCRYPTER);
        List<KeyRow> versions = keys.ofInstance().stream()
                .filter(row -> row.name().equals(KeyName.ENCRYPTER))
                .toList();
        for (KeyRow row : versions) {
            if (row.state().mayProcess() && !works(row)) {
                return Finding.malfunction("Version " + row.version() + " does not open what it sealed.");
            }
        }
        return active.expiresAt().isBefore(clock.instant())
                        || versions.stream().anyMatch(row -> row.version() > active.version())
                ? Finding.degraded("The old version " + active.version() + " is in use; rotate it.")
                : Finding.operational(
                        "Version " + active.version() + " is in use; all versions open what they sealed.");
    }

    private boolean works(KeyRow row) {
        try {
            return proofs.sentinel(row);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
