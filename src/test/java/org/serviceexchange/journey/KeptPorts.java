package org.serviceexchange.journey;

import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.serviceexchange.LandedDatabases;

/** Starts instances at the ports that stand in the records of kept databases. */
class KeptPorts implements BeforeEachCallback, AfterEachCallback {

    private static final Map<String, Integer> PORTS = Map.of(
            "service-exchange.port.provider", LandedDatabases.PROVIDER_PORT,
            "service-exchange.port.consumer", LandedDatabases.CONSUMER_PORT);

    @Override
    public void beforeEach(ExtensionContext context) {
        PORTS.forEach((name, port) -> System.setProperty(name, String.valueOf(port)));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        PORTS.keySet().forEach(System::clearProperty);
    }
}
