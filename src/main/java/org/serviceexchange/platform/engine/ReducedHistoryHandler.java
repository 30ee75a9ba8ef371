package org.serviceexchange.platform.engine;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * Writes only history that is used: steps, tasks, variables, incidents, user operations, and failed jobs. Omits
 * successful jobs, earlier values of variables, and candidates of tasks.
 */
class ReducedHistoryHandler extends DbHistoryEventHandler {

    /**
     * History is removed by the end time and time to live of a process, so that no rows have to be updated when it
     * ends.
     */
    static void configure(ProcessEngineConfigurationImpl configuration) {
        configuration.setHistoryRemovalTimeStrategy(ProcessEngineConfigurationImpl.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
        configuration.setHistoryCleanupStrategy(ProcessEngineConfigurationImpl.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
        configuration.setHistoryEventHandler(new ReducedHistoryHandler());
        configuration.setTaskMetricsEnabled(false);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        boolean wentWell = event instanceof HistoricJobLogEvent && !event.isEventOfType(HistoryEventTypes.JOB_FAIL);
        if (!wentWell && !(event instanceof HistoricIdentityLinkLogEventEntity)) {
            super.handleEvent(event);
        }
    }

    @Override
    protected boolean shouldWriteHistoricDetail(HistoricVariableUpdateEventEntity event) {
        return false;
    }
}
