package org.serviceexchange.journey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The cumulative costs of an instance, from its own counters and its wire. */
record Cost(long nanoTime, long statements, long transactions, long jobs, long calls, Wire.Traffic asked) {

    /** The difference to an earlier reading, by name, minus the costs of the same time without any work. */
    Map<String, Long> since(Cost before, Idle idle) {
        Wire.Traffic traffic = asked.since(before.asked);
        Map<String, Long> spent = new LinkedHashMap<>();
        spent.put("SQL statements", statements - before.statements - idle.spent(Cost::statements, before, this));
        spent.put("transactions", transactions - before.transactions - idle.spent(Cost::transactions, before, this));
        spent.put("engine jobs", jobs - before.jobs);
        spent.put("HTTP calls made", calls - before.calls);
        spent.put("HTTP calls answered", traffic.calls());
        spent.put("bytes received", traffic.sent());
        spent.put("bytes answered", traffic.received());
        return spent;
    }

    /** A period in which only the search for due timers and the reading of counters cause costs. */
    record Idle(Cost from, Cost to) {

        private long spent(ToLongFunction<Cost> what, Cost before, Cost after) {
            double share = (double) (after.nanoTime - before.nanoTime) / (to.nanoTime - from.nanoTime);
            return Math.round(share * (what.applyAsLong(to) - what.applyAsLong(from)));
        }
    }
}
