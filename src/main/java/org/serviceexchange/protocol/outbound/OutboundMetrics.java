package org.serviceexchange.protocol.outbound;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts the calls to peers and the bytes of request and response bodies. */
final class OutboundMetrics {

    private final Counter calls;
    private final Counter failures;
    private final Counter sent;
    private final Counter received;

    OutboundMetrics(MeterRegistry meters) {
        this.calls = meters.counter("service-exchange.outbound.calls");
        this.failures = meters.counter("service-exchange.outbound.failures");
        this.sent = bytes(meters, "sent");
        this.received = bytes(meters, "received");
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

    private static Counter bytes(MeterRegistry meters, String direction) {
        return Counter.builder("service-exchange.outbound." + direction)
                .baseUnit("bytes")
                .register(meters);
    }
}
