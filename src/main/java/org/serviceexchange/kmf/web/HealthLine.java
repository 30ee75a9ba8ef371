package org.serviceexchange.kmf.web;

import org.serviceexchange.kmf.Health;
import org.serviceexchange.kmf.HealthReport.ComponentHealth;
import org.serviceexchange.platform.message.LocalizedMessage;

/** One component as the page shows it: with a colour and a text, never by colour alone. */
record HealthLine(LocalizedMessage component, LocalizedMessage label, String style, LocalizedMessage message) {

    static HealthLine of(ComponentHealth component) {
        Health health = component.health();
        return new HealthLine(component.component(), health.label(), style(health), component.message());
    }

    static String style(Health health) {
        return switch (health) {
            case OPERATIONAL -> "state-ok";
            case DEGRADED -> "state-warn";
            case MALFUNCTION -> "state-bad";
            case DISABLED -> "";
        };
    }
}
