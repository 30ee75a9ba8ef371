package org.serviceexchange.platform.measure.engine;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The meters of cases and their steps. Their tags are names of processes and their elements, so that there are few. */
final class ProcessMeters {

    private static final String PROCESS = "process";

    private final MeterRegistry meters;

    ProcessMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    Counter starts(String process) {
        return Counter.builder("service-exchange.process.starts")
                .description("Cases that were started.")
                .tag(PROCESS, process)
                .register(meters);
    }

    Counter ends(String process, String event) {
        return Counter.builder("service-exchange.process.ends")
                .description("How often an end event of a process was reached; those of a case say how it ended.")
                .tags(PROCESS, process, "event", event)
                .register(meters);
    }

    void took(String process, String step, Duration time) {
        Timer.builder("service-exchange.step")
                .description("Time from the arrival at a step until it was done.")
                .tags(PROCESS, process, "step", step)
                .register(meters)
                .record(time);
    }

    void failed(String process, @Nullable String step, String code) {
        Counter.builder("service-exchange.step.failures")
                .description("Tries of a step that failed, by the code of the problem.")
                .tags(PROCESS, process, "step", Objects.requireNonNullElse(step, ""), "code", code)
                .register(meters)
                .increment();
    }
}
