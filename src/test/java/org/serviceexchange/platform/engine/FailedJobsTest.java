package org.serviceexchange.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.journal.LogLines;
import org.serviceexchange.journey.Await;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.KeptRegistrations;
import org.springframework.beans.factory.annotation.Autowired;

/** The stories of the processes show what is kept; here, that the engine of the application keeps it like this. */
@InstanceTest
class FailedJobsTest {

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private KeptRegistrations registrations;

    @Test
    void areKeptAsDataByTheEngineOfTheApplication() {
        assertThat(configuration().getFailedJobCommandFactory()).isInstanceOf(FailedJobs.class);
        assertThat(configuration()
                        .getFailedJobCommandFactory()
                        .getCommand("1", new Problem(ProblemCode.CONTACT_UNKNOWN, "carla")))
                .isExactlyInstanceOf(DefaultJobRetryCmd.class);
    }

    @Test
    void areDataInItsHistoryToo() {
        Problem away = new Problem(ProblemCode.PEER_UNREACHABLE, "b.example.com");
        Object event = configuration()
                .getCommandExecutorTxRequired()
                .execute(context -> configuration()
                        .getHistoryEventProducer()
                        .createHistoricJobLogFailedEvt(new MessageEntity(), new IllegalStateException("inner", away)));
        assertThat(((HistoricJobLogEvent) event).getJobExceptionMessage()).isEqualTo(ReadableData.of(away.finding()));
    }

    @Test
    void areOneLineOfTheLogWithStepCaseAndCodeAndWithoutAStack() {
        String number = registrations.started();
        Await.until("the process has a timer", () -> !jobs(number).isEmpty());
        String job = jobs(number).get(0).getId();
        Problem away = new Problem(ProblemCode.PEER_UNREACHABLE, "b.example.com");
        try (LogLines lines = new LogLines("step")) {
            assertThat(fail(job, new IllegalStateException("inner", away))).isNotNull();
            assertThat(fail(job, new OptimisticLockingException("somebody else was faster")))
                    .as("a failed step of the history, which is counted")
                    .isNull();

            assertThat(lines.with(number)).singleElement().satisfies(line -> {
                assertThat(line.getFormattedMessage())
                        .matches("Step \\w+ of " + number + " failed: .*SX-5002.*")
                        .doesNotContain("\n");
                assertThat(line.getThrowableProxy()).isNull();
                assertThat(LogLines.fact(line, "error.code")).contains("SX-5002");
                assertThat(LogLines.fact(line, "case.number")).contains(number);
            });
        }
    }

    private List<Job> jobs(String number) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list()
                .stream()
                .flatMap(
                        instance -> engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .timers()
                                .list()
                                .stream())
                .toList();
    }

    private Object fail(String job, RuntimeException failure) {
        return configuration()
                .getCommandExecutorTxRequired()
                .execute(context -> configuration()
                        .getHistoryEventProducer()
                        .createHistoricJobLogFailedEvt(context.getJobManager().findJobById(job), failure));
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
