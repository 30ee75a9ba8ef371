package org.serviceexchange.kmf.web;

import org.serviceexchange.kmf.Health;

/** One component as the page shows it: colour and text, never colour alone. */
record HealthLine(String component, String label, String style, String message) {

    static HealthLine of(String component, Health health, String message) {
        return switch (health) {
            case OPERATIONAL -> new HealthLine(component, "Operational", "state-ok", message);
            case DEGRADED -> new HealthLine(component, "Degraded", "state-warn", message);
            case MALFUNCTION -> new HealthLine(component, "Malfunction", "state-bad", message);
            case DISABLED -> new HealthLine(component, "Disabled", "", message);
        };
    }
}
