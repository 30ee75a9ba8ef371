package org.serviceexchange.platform.security;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Counts what the security log tells. */
@Component
class SecurityMeters implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry meters) {
        for (SecurityEvent event : SecurityEvent.values()) {
            FunctionCounter.builder("service-exchange.security.events", event, SecurityLog::recorded)
                    .description("What the security log of this node told: logins, refusals, and what was changed.")
                    .tag("event", event.action())
                    .register(meters);
        }
    }
}
