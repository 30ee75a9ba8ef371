package org.serviceexchange.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.platform.engine.job.ConnectionBudget;
import org.serviceexchange.platform.engine.job.JobLocks;
import org.springframework.context.support.GenericApplicationContext;

/** Every step that runs by itself is repeated as one setting of the engine says, without a word of its own in the model. */
class FailedStepsTest {

    /** As before, when each of the steps said it itself. */
    private static final List<Duration> PAUSES = Stream.of("PT2S", "PT5S", "PT10S", "PT30S", "PT1M", "PT5M")
            .map(Duration::parse)
            .toList();

    private final GenericApplicationContext context = new GenericApplicationContext();
    private final JobLocks locks = new JobLocks(Duration.ofSeconds(30));
    private ProcessEngine engine;

    @BeforeEach
    void start() {
        context.refresh();
        var configuration = SharedMappings.in(new StandaloneInMemProcessEngineConfiguration());
        configuration.setJdbcUrl("jdbc:h2:mem:failed-steps");
        configuration.setProcessEngineName("failed-steps");
        new EngineConfiguration()
                .engineRules(mock(), context, locks, new ConnectionBudget(10), Clock.systemUTC())
                .preInit(configuration);
        engine = configuration.buildProcessEngine();
    }

    @AfterEach
    void stop() {
        engine.close();
        locks.destroy();
        context.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"consumer-registration", "provider-connection"})
    void areRepeatedAfterTheSamePausesInEveryProcess(String process) {
        var file = getClass().getResourceAsStream("/processes/" + process + ".bpmn");
        List<ServiceTask> steps =
                Bpmn.readModelFromStream(Objects.requireNonNull(file))
                        .getModelElementsByType(ServiceTask.class)
                        .stream()
                        .filter(ServiceTask::isCamundaAsyncBefore)
                        .toList();
        assertThat(steps).hasSizeGreaterThan(2);
        steps.forEach(this::assertPauses);
    }

    private void assertPauses(ServiceTask step) {
        String id = start(step);
        for (Duration pause : PAUSES) {
            Instant before = Instant.now();
            fail(id);
            assertThat(job(id).getDuedate())
                    .as("%s is repeated after %s", step.getName(), pause)
                    // The engine's dates have milliseconds, so the end may be met exactly
                    .isBetween(before.plus(pause).minusMillis(1), Instant.now().plus(pause), true, true);
        }
        assertThat(job(id).getRetries()).isEqualTo(1);
        fail(id);
        assertThat(job(id).getRetries()).isZero();
        assertThat(engine.getRuntimeService()
                        .createIncidentQuery()
                        .processInstanceId(id)
                        .count())
                .isEqualTo(1);
    }

    /** The step alone, in a process of its own. */
    private String start(ServiceTask step) {
        BpmnModelInstance alone = Bpmn.createExecutableProcess("failing")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .serviceTask(step.getId())
                .camundaAsyncBefore(step.isCamundaAsyncBefore())
                .camundaDelegateExpression(step.getCamundaDelegateExpression())
                .endEvent()
                .done();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("failing.bpmn", alone)
                .deploy();
        return engine.getRuntimeService().startProcessInstanceByKey("failing").getId();
    }

    /** No feature owns the process, so there is no delegate. */
    private void fail(String instance) {
        String job = job(instance).getId();
        assertThatThrownBy(() -> engine.getManagementService().executeJob(job))
                .hasMessageContaining("Unknown property used in expression");
    }

    private Job job(String instance) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult();
    }
}
