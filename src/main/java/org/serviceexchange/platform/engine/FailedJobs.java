package org.serviceexchange.platform.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.engine.job.FailedStepLine;
import org.serviceexchange.platform.problem.ExplainedFailure;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.NotYetDue;

/** Keeps the failures of jobs as {@link StepFailed}, so that jobs, incidents and history carry code and arguments as data. */
public final class FailedJobs implements FailedJobCommandFactory {

    private final Clock clock;

    private FailedJobs(Clock clock) {
        this.clock = clock;
    }

    /** Makes an engine keep failures like this; after other plug-ins, because one of them sets a factory too. */
    public static void configure(ProcessEngineConfigurationImpl configuration, Clock clock) {
        configuration.setFailedJobCommandFactory(new FailedJobs(clock));
        configuration.setHistoryEventProducer(new History(clock));
    }

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        Optional<NotYetDue> early = early(failure);
        if (early.isPresent()) {
            return new Rearm(jobId, early.get());
        }
        if (failure instanceof OptimisticLockingException) {
            return new RepeatAtOnce(jobId, failure);
        }
        StepFailed kept = new StepFailed(StepFailed.explained(failure)
                .orElseGet(() ->
                        UnexpectedFailure.logged(clock, "Job " + jobId, failure).finding()));
        return StepFailed.explaining(failure)
                .filter(ExplainedFailure::mayPass)
                .<Command<Object>>map(passing -> new RepeatUntilItPasses(jobId, kept, passing.pause()))
                .orElseGet(() -> new DefaultJobRetryCmd(jobId, kept));
    }

    /**
     * The other side is away, busy or not ready: the job is repeated after the same pauses as others, and after the last of
     * them again and again. The process ends it when its time is over, such as that of the link.
     */
    private static final class RepeatUntilItPasses extends DefaultJobRetryCmd {

        private final Duration pause;

        RepeatUntilItPasses(String jobId, Throwable failure, Duration pause) {
            super(jobId, failure);
            this.pause = pause;
        }

        @Override
        public Object execute(CommandContext commands) {
            Object result = super.execute(commands);
            JobEntity job = getJob();
            Instant earliest = ClockUtil.getCurrentTime().toInstant().plus(pause);
            if (job != null
                    && (job.getDuedate() == null || job.getDuedate().toInstant().isBefore(earliest))) {
                job.setDuedate(Date.from(earliest));
            }
            return result;
        }

        @Override
        protected void decrementRetries(JobEntity job) {
            if (job.getRetries() > 1) {
                super.decrementRetries(job);
            }
        }
    }

    private static Optional<NotYetDue> early(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(NotYetDue.class::isInstance)
                .map(NotYetDue.class::cast)
                .findFirst();
    }

    /** The timer fired before the record's own time: it waits until then, with all its retries. */
    private static final class Rearm extends JobRetryCmd {

        private final Instant due;

        Rearm(String jobId, NotYetDue early) {
            super(jobId, early);
            this.due = early.due();
        }

        @Override
        public @Nullable Object execute(CommandContext context) {
            JobEntity job = getJob();
            if (job != null) {
                job.unlock();
                // The engine knows milliseconds only: the next one, or the timer would be early again
                job.setDuedate(Date.from(due.truncatedTo(ChronoUnit.MILLIS).plusMillis(1)));
            }
            return null;
        }
    }

    /** Somebody else was faster: the job is repeated at once and nobody has to hear of it. */
    private static final class RepeatAtOnce extends DefaultJobRetryCmd {

        RepeatAtOnce(String jobId, Throwable failure) {
            super(jobId, failure);
        }

        @Override
        protected void logException(JobEntity job) {
            // What failed before, if anything did, is still the reason
        }
    }

    /** The engine writes history from the exception itself, before anyone keeps the job. */
    private static final class History extends CacheAwareHistoryEventProducer {

        private final Clock clock;

        History(Clock clock) {
            this.clock = clock;
        }

        @Override
        public @Nullable HistoryEvent createHistoricJobLogFailedEvt(Job job, Throwable failure) {
            // Neither is a failure: the job is done later, or at once because somebody else was faster
            if (early(failure).isPresent() || failure instanceof OptimisticLockingException) {
                return null;
            }
            Finding finding = StepFailed.finding(failure, clock);
            FailedStepLine.write(job, finding, failure);
            return super.createHistoricJobLogFailedEvt(job, new StepFailed(finding));
        }
    }
}
