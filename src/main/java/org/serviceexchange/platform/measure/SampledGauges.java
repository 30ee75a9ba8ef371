package org.serviceexchange.platform.measure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/** Publishes the values of all {@link SampleSource}s as metrics. */
@Component
class SampledGauges {

    SampledGauges(List<SampleSource> sources, MeterRegistry meters) {
        sources.forEach(source -> publish(source, meters));
    }

    /** The registry holds its meters and what they read by weak references only, therefore the strong one. */
    private static void publish(SampleSource source, MeterRegistry meters) {
        LatestSample latest = new LatestSample(source);
        source.gauges()
                .forEach(gauge -> Gauge.builder(gauge.name(), latest, sample -> sample.of(gauge))
                        .tags(gauge.tags())
                        .description(gauge.help())
                        .strongReference(true)
                        .register(meters));
    }
}
