package org.serviceexchange.provider.keyexchange;

import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.provider.registration.ConsumerConnection;
import org.serviceexchange.provider.registration.Registration;
import org.springframework.stereotype.Service;

/** Keys that were agreed for a connection that does not come about. */
@Service
public class AbandonedKeys {

    private final ModuleKeys keys;

    public AbandonedKeys(ModuleKeys keys) {
        this.keys = keys;
    }

    /** Destroys them before the registration forgets its consumer. */
    public void destroy(Registration registration) {
        registration.connection().map(ConsumerConnection::number).ifPresent(keys::destroyAll);
    }
}
