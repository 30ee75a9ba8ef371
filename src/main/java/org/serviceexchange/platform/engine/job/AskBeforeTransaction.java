package org.serviceexchange.platform.engine.job;

import java.lang.reflect.Field;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.store.Recording;
import org.springframework.util.ReflectionUtils;

/**
 * Asks on behalf of a job before the transaction of the job begins, and lets only as many jobs have a transaction as the
 * pool of database connections can spare. The answer, or the failure, waits in the thread for the delegate.
 */
public final class AskBeforeTransaction extends CommandInterceptor {

    private static final ThreadLocal<@Nullable Asked> ASKED = new ThreadLocal<>();
    private static final Field JOB = job();

    private final AskingSteps steps;
    private final JobLocks locks;
    private final ConnectionBudget budget;

    /**
     * Asks on behalf of jobs.
     *
     * @param delegates finds the delegate of a process by its name in the definition
     */
    public AskBeforeTransaction(
            BiFunction<String, String, Optional<Object>> delegates, JobLocks locks, ConnectionBudget budget) {
        this.steps = new AskingSteps(delegates);
        this.locks = locks;
        this.budget = budget;
    }

    /** An answer that a delegate was asked for. */
    private record Asked(
            ConfiguredDelegate<?> delegate,
            String number,
            @Nullable Recording<?> recording,
            @Nullable RuntimeException failure) {}

    /** The answer that this thread got for a delegate; thrown if it was a failure. */
    @SuppressWarnings("unchecked") // the delegate itself made the recording
    static <R> Optional<Recording<R>> asked(ConfiguredDelegate<R> delegate, String number) {
        Asked asked = ASKED.get();
        if (asked == null || asked.delegate() != delegate || !asked.number().equals(number)) {
            return Optional.empty();
        }
        ASKED.remove();
        if (asked.failure() != null) {
            throw asked.failure();
        }
        return Optional.of((Recording<R>) Objects.requireNonNull(asked.recording()));
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (!(command instanceof ExecuteJobsCmd) || Context.getCommandContext() != null) {
            return next.execute(command);
        }
        String job = String.valueOf(ReflectionUtils.getField(JOB, command));
        try (JobLocks.Held held = locks.hold(job, next)) {
            budget.within(() -> next.execute(steps.find(job))).ifPresent(step -> ASKED.set(ask(step)));
            return budget.within(() -> {
                held.release();
                return next.execute(command);
            });
        } finally {
            ASKED.remove();
        }
    }

    private static Asked ask(AskingSteps.Step step) {
        try {
            return new Asked(
                    step.delegate(), step.number(), step.delegate().ask(step.number(), step.properties()), null);
        } catch (RuntimeException failure) {
            return new Asked(step.delegate(), step.number(), null, failure);
        }
    }

    private static Field job() {
        Field field = Objects.requireNonNull(ReflectionUtils.findField(ExecuteJobsCmd.class, "jobId"));
        ReflectionUtils.makeAccessible(field);
        return field;
    }
}
