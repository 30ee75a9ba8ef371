package org.serviceexchange.journey;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** What an instance has spent so far, as its own counters say. */
record Cost(Map<String, Long> counted, Wire.Traffic asked) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> COUNTERS = Map.of(
            "SQL statements", "service-exchange.sql.statements",
            "transactions", "service-exchange.sql.commits",
            "engine jobs", "service-exchange.engine.jobs",
            "HTTP calls", "service-exchange.outbound.calls");

    static Cost of(Instance instance, String admin, String password) throws IOException, InterruptedException {
        Browser browser = new Browser();
        browser.logIn(instance.at("/login"), admin, password);
        Map<String, Long> counted = new TreeMap<>();
        for (var counter : COUNTERS.entrySet()) {
            Page page = browser.json("GET", instance.at("/actuator/metrics/" + counter.getValue()), "");
            counted.put(
                    counter.getKey(),
                    JSON.readTree(page.body())
                            .path("measurements")
                            .path(0)
                            .path("value")
                            .asLong());
        }
        return new Cost(counted, instance.wire().traffic());
    }

    /** One line of the report; reading the counters itself costs a little and is part of the difference. */
    String since(Cost before) {
        Map<String, Long> difference = new TreeMap<>();
        counted.forEach((name, value) -> difference.put(name, value - before.counted.getOrDefault(name, 0L)));
        Wire.Traffic traffic = asked.since(before.asked);
        return difference + ", asked by the other " + traffic.calls() + " times, bytes received " + traffic.sent()
                + ", bytes answered " + traffic.received();
    }
}
