package org.serviceexchange.platform.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;

/** What brought the process to the current step. */
public final class RunningJob {

    private RunningJob() {}

    /** Whether it was a timer, and not a person or a message. */
    public static boolean isTimer() {
        CommandContext context = Context.getCommandContext();
        return context != null && context.getCurrentJob() instanceof TimerEntity;
    }
}
