package org.serviceexchange.platform.engine;

import java.time.Clock;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.serviceexchange.platform.problem.Problem;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Unwraps the {@link Problem} from the exceptions that the engine wraps around a failed listener, so that people read
 * it in Tasklist, Cockpit and on our pages, in the language of the request if there is one.
 */
public class ProblemUnwrappingInterceptor extends CommandInterceptor {

    /** Attribute of the request with the problem, whose status the webapps' API answers instead of 500. */
    public static final String REFUSAL = ProblemUnwrappingInterceptor.class.getName();

    private final Clock clock;

    public ProblemUnwrappingInterceptor(Clock clock) {
        this.clock = clock;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException | Problem failure) {
            throw Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                    .filter(Problem.class::isInstance)
                    .<RuntimeException>map(problem -> inLanguageOfTheReader((Problem) problem))
                    .findFirst()
                    .orElseGet(() -> refusedByTheEngine(failure) ? failure : withoutDetails(failure));
        } catch (RuntimeException failure) {
            throw withoutDetails(failure);
        }
    }

    /** A job has no reader yet; its problem is stored in the language of records. */
    private static Problem inLanguageOfTheReader(Problem problem) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(REFUSAL, problem, RequestAttributes.SCOPE_REQUEST);
        }
        return readerWaits() ? problem.in(LocaleContextHolder.getLocale()) : problem;
    }

    /** The engine says by itself what it does not do; with another exception as the cause it only passes on a failure. */
    private static boolean refusedByTheEngine(RuntimeException failure) {
        return failure.getCause() == null
                || failure instanceof OptimisticLockingException
                || failure instanceof BadUserRequestException;
    }

    /** Commands within a command pass the failure on to the outermost, so that it is logged once. */
    private RuntimeException withoutDetails(RuntimeException failure) {
        return readerWaits() && Context.getCommandContext() == null
                ? inLanguageOfTheReader(UnexpectedFailure.logged(clock, "A request to the engine", failure))
                : failure;
    }

    private static boolean readerWaits() {
        return LocaleContextHolder.getLocaleContext() != null;
    }
}
