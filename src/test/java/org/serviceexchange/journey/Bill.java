package org.serviceexchange.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Limits of what one onboarding may cost on each side: the last measured numbers plus a margin for slower machines. */
final class Bill {

    private static final Logger LOG = LoggerFactory.getLogger(Bill.class);
    private static final String ROW = "%n%-22s %10s %10s %10s %10s";

    private static final Map<String, Limit> LIMITS = Map.of(
            "SQL statements", new Limit(540, 470),
            "transactions", new Limit(90, 90),
            "engine jobs", new Limit(3, 4),
            "HTTP calls made", new Limit(2, 7),
            "HTTP calls answered", new Limit(7, 2),
            "bytes received", new Limit(26_000, 2_000),
            "bytes answered", new Limit(43_000, 13_000),
            "heap after GC, MB", new Limit(200, 200));

    private Bill() {}

    /** Prints a table and fails if anything exceeds its limit. */
    static void present(Map<String, Long> provider, Map<String, Long> consumer) {
        String rows = provider.keySet().stream()
                .map(name -> ROW.formatted(
                        name,
                        provider.get(name),
                        LIMITS.get(name).provider,
                        consumer.get(name),
                        LIMITS.get(name).consumer))
                .collect(Collectors.joining());
        LOG.info("{}{}", ROW.formatted("One onboarding", "provider", "at most", "consumer", "at most"), rows);
        provider.forEach((name, spent) ->
                assertThat(spent).as(name + " of the provider").isLessThanOrEqualTo(LIMITS.get(name).provider));
        consumer.forEach((name, spent) ->
                assertThat(spent).as(name + " of the consumer").isLessThanOrEqualTo(LIMITS.get(name).consumer));
    }

    private record Limit(long provider, long consumer) {}
}
