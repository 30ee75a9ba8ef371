package org.serviceexchange.journey;

import java.util.LinkedHashMap;
import java.util.Map;

/** What an instance has spent so far, as its own counters and its wire say. */
record Cost(long statements, long transactions, long jobs, long calls, Wire.Traffic asked) {

    /** What was spent from then to now, by name. */
    Map<String, Long> since(Cost before) {
        Wire.Traffic traffic = asked.since(before.asked);
        Map<String, Long> spent = new LinkedHashMap<>();
        spent.put("SQL statements", statements - before.statements);
        spent.put("transactions", transactions - before.transactions);
        spent.put("engine jobs", jobs - before.jobs);
        spent.put("HTTP calls made", calls - before.calls);
        spent.put("HTTP calls answered", traffic.calls());
        spent.put("bytes received", traffic.sent());
        spent.put("bytes answered", traffic.received());
        return spent;
    }
}
