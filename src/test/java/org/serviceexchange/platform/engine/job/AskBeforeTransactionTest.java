package org.serviceexchange.platform.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.engine.ChangedModel;
import org.serviceexchange.platform.engine.FailedJobs;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.platform.engine.ProblemUnwrappingInterceptor;
import org.serviceexchange.platform.engine.SharedMappings;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.store.ChangedMeanwhile;
import org.serviceexchange.platform.store.Recording;

/** A job asks outside before its transaction begins, and its lock is renewed meanwhile. */
class AskBeforeTransactionTest {

    private static final Duration LOCK = Duration.ofSeconds(30);
    private static final String CASE = "CASE0001";

    private final JobLocks locks = new JobLocks(LOCK);
    private final Asking delegate = new Asking();
    private final Block block = new Block();
    private ProcessEngine engine;

    /** Notes where it was asked, and does what the test says meanwhile. */
    private static final class Asking extends AskingDelegate<String> {

        private final List<String> events = new ArrayList<>();
        private Runnable meanwhile = () -> {};
        private RuntimeException refusal;

        @Override
        protected Recording<String> ask(String number) {
            events.add("asked for " + number + (Context.getCommandContext() == null ? " outside" : " inside"));
            meanwhile.run();
            return () -> {
                if (refusal != null) {
                    throw refusal;
                }
                events.add("recorded" + (Context.getCommandContext() == null ? " outside" : " inside"));
                return "result";
            };
        }

        @Override
        protected void proceed(DelegateExecution execution, String result) {
            events.add(result);
        }
    }

    @BeforeEach
    void start() {
        var configuration = SharedMappings.in(new StandaloneInMemProcessEngineConfiguration());
        configuration.setJdbcUrl("jdbc:h2:mem:asking");
        configuration.setProcessEngineName("asking");
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setFailedJobRetryTimeCycle(FailedSteps.PAUSES);
        configuration.setCustomPreCommandInterceptorsTxRequired(List.of(
                new ProblemUnwrappingInterceptor(Clock.systemUTC()),
                new AskBeforeTransaction(this::delegate, locks, new ConnectionBudget(4))));
        FailedJobs.configure(configuration, Clock.systemUTC());
        Mocks.register("askDelegate", delegate);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "asking.bpmn",
                        Bpmn.createExecutableProcess("asking")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .serviceTask("serviceTask_ask")
                                .camundaAsyncBefore()
                                .camundaDelegateExpression("#{askDelegate}")
                                .endEvent()
                                .done())
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey("asking", CASE);
    }

    @AfterEach
    void stop() {
        engine.close();
        locks.destroy();
        Mocks.reset();
    }

    private Optional<Object> delegate(String process, String name) {
        assertThat(process).isEqualTo("asking");
        return switch (name) {
            case "askDelegate" -> Optional.of(delegate);
            case "blockDelegate" -> Optional.of(block);
            default -> Optional.empty();
        };
    }

    /** A building block: the model names it, whatever its task is called, and says what it does. */
    private static final class Block extends ConfiguredDelegate<String> {

        private final List<String> events = new ArrayList<>();

        @Override
        protected Recording<String> ask(String number, Map<String, String> properties) {
            events.add("asked for " + number + (Context.getCommandContext() == null ? " outside " : " inside ")
                    + properties);
            return () -> "done";
        }

        @Override
        protected void proceed(DelegateExecution execution, String result) {
            events.add(result);
        }
    }

    @Test
    void asksOutsideForABuildingBlockWithTheWordsOfTheModel() {
        Mocks.register("blockDelegate", block);
        var model = Bpmn.createExecutableProcess("asking")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .serviceTask("serviceTask_tellLegal")
                .camundaAsyncBefore()
                .camundaDelegateExpression("#{blockDelegate}")
                .serviceTask("serviceTask_tellAgain")
                .camundaDelegateExpression("#{blockDelegate}")
                .endEvent()
                .done();
        ChangedModel.property(model.getModelElementById("serviceTask_tellLegal"), "to", "legal");
        ChangedModel.property(model.getModelElementById("serviceTask_tellAgain"), "to", "audit");
        engine.getRuntimeService().deleteProcessInstance(job().getProcessInstanceId(), "not asked for");
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("block.bpmn", model)
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey("asking", CASE);
        execute();
        assertThat(block.events)
                .containsExactly(
                        "asked for CASE0001 outside {to=legal}",
                        "done",
                        "asked for CASE0001 inside {to=audit}",
                        "done");
    }

    @Test
    void asksOutsideAndRecordsInside() {
        execute();
        assertThat(delegate.events).containsExactly("asked for CASE0001 outside", "recorded inside", "result");
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isZero();
    }

    @Test
    void keepsAFailureOfTheOtherSideWithTheJob() {
        delegate.meanwhile = () -> {
            throw new Problem(ProblemCode.PEER_UNREACHABLE, "b.example.com");
        };
        assertThatThrownBy(this::execute).isInstanceOf(Problem.class);
        assertThat(job().getExceptionMessage()).startsWith("SX-5002: The instance at b.example.com does not answer.");
        delegate.meanwhile = () -> {};
        execute();
        assertThat(delegate.events).endsWith("recorded inside", "result");
    }

    /** The engine repeats what failed because of somebody who was faster, and counts no failure. */
    @Test
    void asksAgainWhenTheRecordChangedMeanwhile() {
        delegate.refusal = new ChangedMeanwhile(CASE);
        int before = job().getRetries();
        assertThatThrownBy(this::execute).hasMessageContaining("CASE0001 changed while the answer was awaited");
        assertThat(job().getRetries()).isEqualTo(before);
        assertThat(job().getExceptionMessage()).isNull();
    }

    /** However often a peer is away: no incident, and the longest pause between two tries. */
    @Test
    void triesAgainForAsLongAsAPeerIsAway() {
        delegate.meanwhile = () -> {
            throw new Problem(ProblemCode.PEER_UNREACHABLE, "b.example.com");
        };
        for (int time = 0; time < 20; time++) {
            assertThatThrownBy(this::execute).isInstanceOf(Problem.class);
        }
        assertThat(job().getRetries()).isEqualTo(1);
        assertThat(job().getDuedate()).isAfter(Date.from(Instant.now().plus(Duration.ofMinutes(4))));
        assertThat(engine.getRuntimeService().createIncidentQuery().count()).isZero();
        FailedSteps steps = new FailedSteps(engine.getRuntimeService(), engine.getManagementService());
        assertThat(steps.failure("asking", CASE).nextTry())
                .contains(job().getDuedate().toInstant());
        assertThat(steps.stopped("asking", 10)).isEmpty();
    }

    @Test
    void stopsAfterOtherFailuresAndIsTriedAgainWhenAskedFor() {
        delegate.refusal = new Problem(ProblemCode.CONTACT_UNKNOWN, "carla");
        for (int time = 0; time < 7; time++) {
            assertThatThrownBy(this::execute).isInstanceOf(Problem.class);
        }
        FailedSteps steps = new FailedSteps(engine.getRuntimeService(), engine.getManagementService());
        assertThat(steps.stopped("asking", 10)).containsExactly(CASE);
        assertThat(steps.failure("asking", CASE).nextTry()).isEmpty();
        assertThat(steps.retry("asking", CASE)).isTrue();
        assertThat(steps.stopped("asking", 10)).isEmpty();
    }

    @Test
    void renewsTheLockOfItsJobWhileItAsks() {
        Date soon = Date.from(Instant.now().plusSeconds(5));
        lock(soon);
        delegate.meanwhile = () -> {
            locks.renew();
            assertThat(lockedUntil()).isAfter(soon);
        };
        execute();
        assertThat(delegate.events).endsWith("result");
    }

    private void execute() {
        engine.getManagementService().executeJob(job().getId());
    }

    private Job job() {
        return engine.getManagementService().createJobQuery().singleResult();
    }

    private void lock(Date until) {
        String id = job().getId();
        configuration().getCommandExecutorTxRequired().execute(commands -> {
            JobEntity job = commands.getJobManager().findJobById(id);
            job.setLockOwner(configuration().getJobExecutor().getLockOwner());
            job.setLockExpirationTime(until);
            return null;
        });
    }

    private Date lockedUntil() {
        String id = job().getId();
        return configuration()
                .getCommandExecutorTxRequired()
                .execute(commands -> commands.getJobManager().findJobById(id).getLockExpirationTime());
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
