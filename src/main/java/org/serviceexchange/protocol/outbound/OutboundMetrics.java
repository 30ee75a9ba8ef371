package org.serviceexchange.protocol.outbound;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts the calls to peers and the bytes of request and response bodies. */
final class OutboundMetrics {

    private static final String BYTES = "bytes";

    private final Counter calls;
    private final Counter failures;
    private final Counter sent;
    private final Counter received;

    OutboundMetrics(MeterRegistry meters) {
        this.calls = counter("calls", "Calls to other instances.").register(meters);
        this.failures = counter("failures", "Calls to other instances that got no answer.")
                .register(meters);
        this.sent = counter("sent", "Bytes of the bodies of these calls.")
                .baseUnit(BYTES)
                .register(meters);
        this.received = counter("received", "Bytes of the bodies of their answers.")
                .baseUnit(BYTES)
                .register(meters);
    }

    void count(int sentBytes, int receivedBytes) {
        calls.increment();
        sent.increment(sentBytes);
        received.increment(receivedBytes);
    }

    void countFailure() {
        calls.increment();
        failures.increment();
    }

    private static Counter.Builder counter(String what, String help) {
        return Counter.builder("service-exchange.outbound." + what).description(help);
    }
}
