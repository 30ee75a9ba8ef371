package org.serviceexchange.kmf.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    /** Opening takes about a second if the result is not cached. */
    private static final Duration SLOW = Duration.ofSeconds(10);

    private final RootKeyStore store;
    private final KeyProofs proofs;
    private final Stopwatch stopwatch;

    FileKeyStoreCheck(RootKeyStore store, KeyProofs proofs, Stopwatch stopwatch) {
        this.store = store;
        this.proofs = proofs;
        this.stopwatch = stopwatch;
    }

    @Override
    public String component() {
        return "fileKeyStore";
    }

    @Override
    public HealthFinding check(KeyInventory keys) {
        long start = stopwatch.nanos();
        proofs.rootKey(keys.ofInstance());
        Duration taken = Duration.ofNanos(stopwatch.nanos() - start);
        List<LocalizedMessage> weaknesses = new ArrayList<>(store.weaknesses());
        if (taken.compareTo(SLOW) > 0) {
            weaknesses.add(LocalizedMessage.of("kmf.found.keyStoreSlow", taken.toSeconds()));
        }
        return weaknesses.stream()
                .reduce((first, next) -> LocalizedMessage.of("problem.sentence", first, next))
                .map(all -> new HealthFinding(Health.DEGRADED, all))
                .orElseGet(() -> HealthFinding.operational("keyStoreOpens"));
    }
}
