package org.serviceexchange.kmf.readiness;

import jakarta.annotation.PostConstruct;
import java.io.UncheckedIOException;
import org.serviceexchange.kmf.rootkey.RootKeyStore;
import org.serviceexchange.platform.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Ends a change of the passphrase that was interrupted, at the start of an instance. Not where the key store is opened: who checks
 * a backup opens another one, and must not touch the passphrase in use.
 */
@Component
class InterruptedPassphraseChange {

    private static final Logger LOG = LoggerFactory.getLogger(InterruptedPassphraseChange.class);

    private final RootKeyStore store;

    InterruptedPassphraseChange(RootKeyStore store) {
        this.store = store;
    }

    /** If it fails, the next start tries again: until then the store opens by either. */
    @PostConstruct
    void end() {
        try {
            store.settle();
        } catch (UncheckedIOException | Problem e) {
            LOG.warn("A change of the passphrase that was interrupted is not ended.", e);
        }
    }
}
