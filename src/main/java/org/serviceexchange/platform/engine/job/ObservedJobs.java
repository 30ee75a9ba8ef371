package org.serviceexchange.platform.engine.job;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Observes each job of the engine, what it asks before its transaction included: its lines in the log have a trace, which goes
 * along with what it asks another instance.
 */
public final class ObservedJobs extends CommandInterceptor {

    private final ObjectProvider<ObservationRegistry> observations;

    /** The registry is asked for when a job runs: the engine is made before it. */
    public ObservedJobs(ObjectProvider<ObservationRegistry> observations) {
        this.observations = observations;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (!(command instanceof ExecuteJobsCmd) || Context.getCommandContext() != null) {
            return next.execute(command);
        }
        return Observation.createNotStarted(
                        "service-exchange.job", observations.getIfAvailable(() -> ObservationRegistry.NOOP))
                .observe(() -> next.execute(command));
    }
}
