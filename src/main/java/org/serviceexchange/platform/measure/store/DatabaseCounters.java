package org.serviceexchange.platform.measure.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.lifecycle.JdbcLifecycleEventListenerAdapter;

/** Counts statements sent to the database, a batch as one, and completed transactions. */
class DatabaseCounters extends JdbcLifecycleEventListenerAdapter {

    private final Counter statements;
    private final Counter commits;
    private final Counter rollbacks;

    DatabaseCounters(MeterRegistry meters) {
        this.statements = counter(meters, "statements", "Statements sent to the database, a batch as one.");
        this.commits = counter(meters, "commits", "Transactions that were committed.");
        this.rollbacks = counter(meters, "rollbacks", "Transactions that were rolled back.");
    }

    private static Counter counter(MeterRegistry meters, String what, String help) {
        return Counter.builder("service-exchange.sql." + what).description(help).register(meters);
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        statements.increment();
    }

    @Override
    public void afterCommit(MethodExecutionContext execution) {
        commits.increment();
    }

    @Override
    public void afterRollback(MethodExecutionContext execution) {
        rollbacks.increment();
    }
}
