package org.serviceexchange.provider.keyexchange;

import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.provider.registration.ConsumerConnection;
import org.serviceexchange.provider.registration.Registration;
import org.springframework.stereotype.Service;

/** Destroys keys that were agreed for a connection that is not established. */
@Service
public class AbandonedKeys {

    private final ModuleKeys keys;

    public AbandonedKeys(ModuleKeys keys) {
        this.keys = keys;
    }

    /** Call this before the registration's consumer data is deleted. */
    public void destroy(Registration registration) {
        registration.connection().map(ConsumerConnection::number).ifPresent(keys::destroyAll);
    }
}
