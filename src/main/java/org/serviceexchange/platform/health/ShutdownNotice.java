package org.serviceexchange.platform.health;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives those who send requests here time to notice that this instance stops. Readiness is down already when the event arrives, and
 * nothing else has been told to stop, so everything is answered as usual meanwhile.
 */
@Component
@EnableConfigurationProperties(ShutdownSettings.class)
class ShutdownNotice {

    private static final Logger LOG = LoggerFactory.getLogger(ShutdownNotice.class);

    private final ShutdownSettings settings;
    private final ApplicationContext context;

    ShutdownNotice(ShutdownSettings settings, ApplicationContext context) {
        this.settings = settings;
        this.context = context;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void await(ContextClosedEvent closing) {
        if (closing.getApplicationContext() != context || settings.notice().isZero()) {
            return;
        }
        LOG.info("Stops in {}; until then everything is answered, and readiness is down", settings.notice());
        try {
            Thread.sleep(settings.notice().toMillis());
        } catch (InterruptedException ended) {
            // Ends the notice only: what follows may take its own time
            LOG.info("Stops now");
        }
    }
}
