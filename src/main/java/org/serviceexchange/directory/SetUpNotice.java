package org.serviceexchange.directory;

import java.net.URI;
import java.util.Optional;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Logs at the start of an empty instance how to create its first admin. */
@Component
class SetUpNotice {

    private static final Logger LOG = LoggerFactory.getLogger(SetUpNotice.class);

    private final SetUp setUp;
    private final InstanceSettings settings;
    private final Environment environment;

    SetUpNotice(SetUp setUp, InstanceSettings settings, Environment environment) {
        this.setUp = setUp;
        this.settings = settings;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        if (!setUp.done()) {
            LOG.warn("This instance has no admin yet. Open {}/setup and enter {}", address(), secret());
        }
    }

    private String secret() {
        return setUp.madeSecret()
                .map(made -> "this one-time set-up secret: " + made)
                .orElse("the secret set as service-exchange.instance.setup-secret");
    }

    private String address() {
        return Optional.ofNullable(settings.baseUrl())
                .map(URI::toString)
                .orElseGet(() -> "http://localhost:" + environment.getProperty("local.server.port", "8080"));
    }
}
