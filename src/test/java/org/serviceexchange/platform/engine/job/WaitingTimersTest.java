package org.serviceexchange.platform.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.engine.SharedMappings;

class WaitingTimersTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final JobExecutor jobs = mock();
    private ProcessEngine engine;
    private WaitingTimers timers;

    @BeforeEach
    void startAProcessThatWaitsForHours() {
        var configuration = SharedMappings.in(new StandaloneInMemProcessEngineConfiguration());
        configuration.setJdbcUrl("jdbc:h2:mem:waiting-timers;DB_CLOSE_DELAY=-1");
        engine = configuration.setJobExecutorActivate(false).buildProcessEngine();
        var model = Bpmn.createExecutableProcess("waiting")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .intermediateCatchEvent("event_due")
                .timerWithDate("2099-01-01T00:00:00Z")
                .endEvent()
                .done();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("waiting.bpmn", model)
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey("waiting");
        timers =
                new WaitingTimers(engine.getManagementService(), jobs, Runnable::run, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void makesTheTimerDueAndWakesTheJobExecutor() {
        timers.dueNow("waiting", "event_due");

        assertThat(dueDate()).isEqualTo(Date.from(NOW));
        verify(jobs).jobWasAdded();
    }

    @Test
    void leavesTimersOfOtherElementsAlone() {
        timers.dueNow("waiting", "event_other");

        assertThat(dueDate()).isAfter("2098-12-30");
    }

    private Date dueDate() {
        return engine.getManagementService().createJobQuery().singleResult().getDuedate();
    }
}
