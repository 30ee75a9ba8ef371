package org.serviceexchange.connection.health;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.serviceexchange.platform.measure.SampleSource;
import org.serviceexchange.platform.measure.SampledGauge;
import org.springframework.stereotype.Component;

/** What the page about the health of connections says, as metrics. */
@Component
class HealthSamples implements SampleSource {

    private static final String ISSUE = "issue";

    private static final SampledGauge CONNECTIONS =
            SampledGauge.of("service-exchange.connections", "Connections that live.");
    private static final SampledGauge SCORE = SampledGauge.of(
            "service-exchange.health.score", "The score of the page Health of connections, from 100 down to 0.");

    private final HealthOfConnections health;

    HealthSamples(HealthOfConnections health) {
        this.health = health;
    }

    @Override
    public List<SampledGauge> gauges() {
        List<SampledGauge> gauges = new ArrayList<>(List.of(CONNECTIONS, SCORE));
        for (ConnectionIssue issue : ConnectionIssue.values()) {
            gauges.add(touched(issue));
        }
        for (InstanceIssue issue : InstanceIssue.values()) {
            gauges.add(met(issue));
        }
        return gauges;
    }

    @Override
    public Map<SampledGauge, Double> sample() {
        HealthOverview overview = health.overview();
        Map<SampledGauge, Double> found = new HashMap<>();
        found.put(CONNECTIONS, (double) overview.connections());
        found.put(SCORE, (double) overview.score());
        overview.issues().forEach(issue -> found.put(touched(issue.issue()), (double) issue.connections()));
        overview.ofInstance().forEach(issue -> found.put(met(issue.issue()), (double) issue.count()));
        return found;
    }

    private static SampledGauge touched(ConnectionIssue issue) {
        return SampledGauge.of(
                "service-exchange.connections.touched",
                ISSUE,
                lower(issue),
                "Connections with an issue; one that has several is counted in each.");
    }

    private static SampledGauge met(InstanceIssue issue) {
        return SampledGauge.of(
                "service-exchange.instance.issues",
                ISSUE,
                lower(issue),
                "Issues of the instance itself: parts of key management that fail, records that do not stand, onboardings"
                        + " that stopped, notices that were given up.");
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
