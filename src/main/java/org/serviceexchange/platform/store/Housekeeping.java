package org.serviceexchange.platform.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs every {@link HousekeepingTask} when it is due, on one node: whoever takes the turn in the database does it. Each task
 * has a transaction of its own, or one for each of its parts, so that one that fails does not hinder the others.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final List<HousekeepingTask> tasks;
    private final HousekeepingTurns turns;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final Clock clock;

    Housekeeping(
            List<HousekeepingTask> tasks,
            HousekeepingTurns turns,
            TransactionTemplate transaction,
            MeterRegistry meters,
            Clock clock) {
        this.tasks = tasks;
        this.turns = turns;
        this.transaction = transaction;
        this.meters = meters;
        this.clock = clock;
        tasks.forEach(this::removed);
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void run() {
        List<String> report = new ArrayList<>();
        for (HousekeepingTask task : tasks) {
            int removed = run(task);
            if (removed > 0) {
                report.add(task.name() + " " + removed);
            }
        }
        if (!report.isEmpty()) {
            LOG.info("Housekeeping removed rows that are no longer needed: {}.", String.join(", ", report));
        }
    }

    /** How many rows it removed; none if it is not due or another node takes care of it. */
    private int run(HousekeepingTask task) {
        try {
            if (!turns.take(task.name(), clock.instant(), task.interval())) {
                return 0;
            }
            Integer removed = task.inParts()
                    ? Integer.valueOf(task.run(clock.instant()))
                    : transaction.execute(status -> task.run(clock.instant()));
            int count = removed == null ? 0 : removed;
            removed(task).increment(count);
            return count;
        } catch (RuntimeException e) {
            LOG.warn("Housekeeping of {} failed and is repeated after {}.", task.name(), task.interval(), e);
            return 0;
        }
    }

    private Counter removed(HousekeepingTask task) {
        return Counter.builder("service-exchange.housekeeping.removed")
                .description("Rows that nobody needs any longer and that this node removed.")
                .tag("rows", task.name())
                .register(meters);
    }
}
