package org.serviceexchange.platform.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.engine.SharedMappings;

class HistoryHousekeepingTest {

    private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");

    private ProcessEngine engine;
    private HistoryHousekeeping housekeeping;

    @BeforeEach
    void start() {
        var configuration = SharedMappings.in(new StandaloneInMemProcessEngineConfiguration());
        configuration.setProcessEngineName("history-housekeeping");
        configuration.setJdbcUrl("jdbc:h2:mem:history-housekeeping");
        engine = configuration.buildProcessEngine();
        housekeeping = new HistoryHousekeeping(engine.getRepositoryService(), engine.getHistoryService());
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "short.bpmn",
                        Bpmn.createExecutableProcess("short")
                                .camundaHistoryTimeToLiveString("P180D")
                                .startEvent()
                                .userTask()
                                .endEvent()
                                .done())
                .deploy();
        ClockUtil.setCurrentTime(Date.from(END));
    }

    @AfterEach
    void stop() {
        ClockUtil.reset();
        engine.close();
    }

    @Test
    void removesWhatEndedLongerAgoThanItsModelSays() {
        end(150);
        running();
        assertThat(housekeeping.run(END.plus(Duration.ofDays(180)).minusSeconds(1)))
                .isZero();
        assertThat(rows("act_hi_procinst")).isEqualTo(151);

        assertThat(housekeeping.run(END.plus(Duration.ofDays(180)))).isEqualTo(150);

        assertThat(rows("act_hi_procinst")).isEqualTo(1);
        assertThat(rows("act_hi_taskinst")).isEqualTo(1);
        assertThat(rows("act_hi_actinst")).isEqualTo(2);
        assertThat(rows("act_hi_varinst")).isEqualTo(1);
    }

    private void end(int count) {
        for (int i = 0; i < count; i++) {
            running();
        }
        engine.getTaskService()
                .createTaskQuery()
                .list()
                .forEach(task -> engine.getTaskService().complete(task.getId()));
    }

    private void running() {
        engine.getRuntimeService().startProcessInstanceByKey("short", java.util.Map.of("companyId", "CMP0001001"));
    }

    private long rows(String table) {
        return engine.getManagementService().getTableCount().entrySet().stream()
                .filter(counted -> counted.getKey().equalsIgnoreCase(table))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
