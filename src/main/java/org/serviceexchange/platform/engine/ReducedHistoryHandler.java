package org.serviceexchange.platform.engine;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * Writes what somebody reads: steps, tasks, variables, incidents, what people did, and jobs that failed. Not jobs that went
 * well, every earlier value of a variable, and candidates of tasks.
 */
class ReducedHistoryHandler extends DbHistoryEventHandler {

    /** Ended processes are removed by their end and time to live, so that nothing has to be stamped when one ends. */
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
