package org.serviceexchange.platform.measure.engine;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is measured of the observed jobs of the engine: how long they took, and not those under way. */
@Configuration(proxyBeanMethods = false)
class JobTime {

    private static final String NAME = "service-exchange.job";

    @Bean
    static MeterFilter jobTimeOnly() {
        return new MeterFilter() {
            @Override
            public MeterFilterReply accept(Meter.Id id) {
                return id.getName().equals(NAME + ".active") ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
            }

            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().equals(NAME)
                        ? new Meter.Id(
                                NAME,
                                Tags.of(id.getTags()),
                                id.getBaseUnit(),
                                "Time that a job of the engine took, what it asked another instance included.",
                                id.getType())
                        : id;
            }
        };
    }
}
