package org.serviceexchange.kmf.readiness;

import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.platform.health.CheckAside;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Whether key management counts as ready, by the setting {@code service-exchange.readiness.kmf}. */
@EnableConfigurationProperties(ReadinessSettings.class)
@Component("kmfHealthIndicator")
class KmfReadiness implements HealthIndicator {

    private final ReadinessSettings settings;
    private final CheckAside check;

    KmfReadiness(KmfHealth kmf, ReadinessSettings settings) {
        this.settings = settings;
        this.check = new CheckAside("kmf", () -> of(kmf.report().gate()));
    }

    @Override
    public Health health() {
        return settings.kmf() == ReadinessSettings.Need.ANY ? Health.up().build() : check.ask();
    }

    private Health of(org.serviceexchange.kmf.Health gate) {
        boolean ready = settings.kmf().allows(gate);
        return ready ? Health.up().build() : Health.outOfService().build();
    }
}
