package org.serviceexchange.kmf.rootkey;

import java.time.Clock;
import org.serviceexchange.kmf.KmfSettings;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The file key store of every application context of the tests, which find it where they look for components. It differs from
 * the product's in the number of iterations only: deriving a key is most of what the tests of key management would do.
 */
@Primary
@Component
class QuickKeyStore extends FileKeyStore {

    private static final int ITERATIONS = 1_000;

    QuickKeyStore(KmfSettings settings, InstanceSettings instance, Passphrase passphrase, Clock clock) {
        super(settings, instance, passphrase, clock, ITERATIONS);
    }
}
