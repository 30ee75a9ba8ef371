package org.serviceexchange;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;

/** A JVM of its own, because the zone is one for all threads: what the application does first, then the engine stores times. */
public final class TimesInDatabase {

    private TimesInDatabase() {}

    /** The address of the database and its user, then the times. */
    public static void main(String[] args) {
        ServiceExchangeApplication.storeTimesInUtc();
        ProcessEngine engine = ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                .setJdbcUrl(args[0])
                .setJdbcUsername(args[1])
                .setJdbcPassword("")
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .buildProcessEngine();
        for (int i = 2; i < args.length; i++) {
            Task task = engine.getTaskService().newTask("task-" + i);
            task.setDueDate(Date.from(Instant.parse(args[i])));
            engine.getTaskService().saveTask(task);
            engine.getRepositoryService()
                    .createDeployment()
                    .addModelInstance(
                            "timer-" + i + ".bpmn",
                            Bpmn.createExecutableProcess("timer-" + i)
                                    .camundaHistoryTimeToLive(1)
                                    .startEvent()
                                    .intermediateCatchEvent()
                                    .timerWithDate(args[i])
                                    .endEvent()
                                    .done())
                    .deploy();
            engine.getRuntimeService().startProcessInstanceByKey("timer-" + i);
        }
        engine.close();
    }
}
