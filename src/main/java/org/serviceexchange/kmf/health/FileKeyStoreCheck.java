package org.serviceexchange.kmf.health;

import org.serviceexchange.kmf.Health;
import org.serviceexchange.kmf.keyring.KeyProofs;
import org.serviceexchange.kmf.rootkey.RootKeyStore;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that the key store opens and unwraps the check value and the top-level keys of the database. */
@Component
@Order(10)
class FileKeyStoreCheck implements HealthCheck {

    private final RootKeyStore store;
    private final KeyProofs proofs;

    FileKeyStoreCheck(RootKeyStore store, KeyProofs proofs) {
        this.store = store;
        this.proofs = proofs;
    }

    @Override
    public String component() {
        return "fileKeyStore";
    }

    @Override
    public HealthFinding check(KeyInventory keys) {
        proofs.rootKey(keys.ofInstance());
        return store.weaknesses().stream()
                .reduce((first, next) -> LocalizedMessage.of("problem.sentence", first, next))
                .map(all -> new HealthFinding(Health.DEGRADED, all))
                .orElseGet(() -> HealthFinding.operational("keyStoreOpens"));
    }
}
