package org.serviceexchange.provider;

import org.serviceexchange.kmf.ModuleKeys;
import org.springframework.stereotype.Service;

/** Keys that were agreed for a connection that does not come about. */
@Service
class AgreedKeys {

    private final ModuleKeys keys;

    AgreedKeys(ModuleKeys keys) {
        this.keys = keys;
    }

    /** Destroys them before the registration forgets its consumer. */
    void destroy(Registration registration) {
        registration.connection().map(ConsumerConnection::number).ifPresent(keys::destroyAll);
    }
}
