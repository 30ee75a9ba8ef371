package org.serviceexchange.journey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What an instance has spent until a moment, as its own counters and its wire say. */
record Cost(long nanoTime, long statements, long transactions, long jobs, long calls, Wire.Traffic asked) {

    /** What was spent from then to now, by name, without what the same time costs when nothing happens. */
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

    /** A time in which nothing happened but the search for due timers and the reading of the counters. */
    record Idle(Cost from, Cost to) {

        private long spent(ToLongFunction<Cost> what, Cost before, Cost after) {
            double share = (double) (after.nanoTime - before.nanoTime) / (to.nanoTime - from.nanoTime);
            return Math.round(share * (what.applyAsLong(to) - what.applyAsLong(from)));
        }
    }
}
