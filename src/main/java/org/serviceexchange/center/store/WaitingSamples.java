package org.serviceexchange.center.store;

import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.serviceexchange.center.CaseSource;
import org.serviceexchange.center.PendingOn;
import org.serviceexchange.platform.measure.SampleSource;
import org.serviceexchange.platform.measure.SampledGauge;
import org.serviceexchange.platform.store.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many onboardings are under way, and with whom they are pending for how long: one statement for each side. */
@Repository
class WaitingSamples implements SampleSource {

    private static final String SIDE = "side";
    private static final String TURN = "turn";
    private static final List<PendingOn> WAITING = List.of(PendingOn.US, PendingOn.THEM, PendingOn.SYSTEM);

    private final List<CaseSource> sources;
    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingSamples(List<CaseSource> sources, JdbcClient jdbc, Clock clock) {
        this.sources = sources;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<SampledGauge> gauges() {
        List<SampledGauge> gauges = new ArrayList<>();
        for (CaseSource source : sources) {
            for (PendingOn turn : WAITING) {
                gauges.add(waiting(source, turn));
                gauges.add(longest(source, turn));
            }
        }
        return gauges;
    }

    @Override
    public Map<SampledGauge, Double> sample() {
        Instant now = clock.instant();
        Map<SampledGauge, Double> found = new HashMap<>();
        // Only cases that have not ended are read, from an index; names of tables are constants of the code
        sources.forEach(source -> jdbc.sql("select turn, count(*) as waiting, min(turn_since) as since from "
                        + source.table().name() + " where ended = false group by turn")
                .query(row -> {
                    PendingOn turn = PendingOn.valueOf(row.getString(TURN));
                    found.put(waiting(source, turn), (double) row.getLong("waiting"));
                    found.put(longest(source, turn), seconds(Row.time(row, "since"), now));
                }));
        return found;
    }

    private static double seconds(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).toSeconds());
    }

    private static SampledGauge waiting(CaseSource source, PendingOn turn) {
        return new SampledGauge(
                "service-exchange.onboardings",
                tags(source, turn),
                "Onboardings under way, by the side of this instance and by whose turn it is according to the record.");
    }

    private static SampledGauge longest(CaseSource source, PendingOn turn) {
        return new SampledGauge(
                "service-exchange.onboardings.oldest.seconds",
                tags(source, turn),
                "For how many seconds it has been their turn in the one of these onboardings that has waited longest.");
    }

    private static Tags tags(CaseSource source, PendingOn turn) {
        return Tags.of(SIDE, lower(source.side()), TURN, lower(turn));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
