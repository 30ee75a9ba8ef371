package org.serviceexchange.platform.engine;

import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.serviceexchange.platform.problem.Problem;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Unwraps the {@link Problem} from the exceptions that the engine wraps around a failed listener, so that people read
 * it in Tasklist, Cockpit and on our pages, in the language of the request if there is one.
 */
public class ProblemUnwrappingInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException | Problem failure) {
            throw Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                    .filter(Problem.class::isInstance)
                    .<RuntimeException>map(problem -> inLanguageOfTheReader((Problem) problem))
                    .findFirst()
                    .orElse(failure);
        }
    }

    /** A job has no reader yet; its problem is stored in the language of records. */
    private static Problem inLanguageOfTheReader(Problem problem) {
        return LocaleContextHolder.getLocaleContext() == null ? problem : problem.in(LocaleContextHolder.getLocale());
    }
}
