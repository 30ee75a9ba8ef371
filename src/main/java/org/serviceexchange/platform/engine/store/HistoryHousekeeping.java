package org.serviceexchange.platform.engine.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.serviceexchange.platform.store.HousekeepingTask;
import org.springframework.stereotype.Component;

/**
 * Removes the history of processes that ended longer ago than the time to live in their model. The engine's own clean-up is a
 * job that needs a nightly window, during which the instance may not run.
 */
@Component
class HistoryHousekeeping implements HousekeepingTask {

    private static final int AT_ONCE = 100;

    /** The rest is removed by the next run, so that a long history does not make one long transaction. */
    private static final int PER_RUN = 1000;

    private final RepositoryService repository;
    private final HistoryService history;

    HistoryHousekeeping(RepositoryService repository, HistoryService history) {
        this.repository = repository;
        this.history = history;
    }

    @Override
    public String name() {
        return "process history";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(1);
    }

    @Override
    public int run(Instant now) {
        int removed = 0;
        for (ProcessDefinition definition :
                repository.createProcessDefinitionQuery().list()) {
            List<String> ended = ended(definition, now);
            while (!ended.isEmpty() && removed < PER_RUN) {
                history.deleteHistoricProcessInstancesBulk(ended);
                removed += ended.size();
                ended = ended(definition, now);
            }
        }
        return removed;
    }

    private List<String> ended(ProcessDefinition definition, Instant now) {
        Integer days = definition.getHistoryTimeToLive();
        if (days == null) {
            return List.of();
        }
        return history
                .createHistoricProcessInstanceQuery()
                .processDefinitionId(definition.getId())
                .finishedBefore(Date.from(now.minus(Duration.ofDays(days))))
                .listPage(0, AT_ONCE)
                .stream()
                .map(HistoricProcessInstance::getId)
                .toList();
    }
}
