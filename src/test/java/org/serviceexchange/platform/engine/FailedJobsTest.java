package org.serviceexchange.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.beans.factory.annotation.Autowired;

/** The stories of the processes show what is kept; here, that the engine of the application keeps it like this. */
@InstanceTest
class FailedJobsTest {

    @Autowired
    private ProcessEngine engine;

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

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
