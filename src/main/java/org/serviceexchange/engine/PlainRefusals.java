package org.serviceexchange.engine;

import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.serviceexchange.problem.Problem;

/**
 * Lets people read what a use case refused, in Tasklist, Cockpit and on our pages: a problem leaves the engine as itself,
 * without what the engine wraps around the failure of a listener.
 */
public class PlainRefusals extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException failure) {
            throw Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                    .filter(Problem.class::isInstance)
                    .map(RuntimeException.class::cast)
                    .findFirst()
                    .orElse(failure);
        }
    }
}
