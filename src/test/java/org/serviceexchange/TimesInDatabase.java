package org.serviceexchange;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;

/** A JVM of its own, because the zone is one for all threads: what the application does first, then the engine stores times. */
public final class TimesInDatabase {

    private TimesInDatabase() {}

    /** How many databases there are, for each its address and its user, then the times. */
    public static void main(String[] args) {
        ServiceExchangeApplication.storeTimesInUtc();
        int firstTime = 1 + 2 * Integer.parseInt(args[0]);
        for (int i = 1; i < firstTime; i += 2) {
            store(args[i], args[i + 1], Arrays.copyOfRange(args, firstTime, args.length));
        }
    }

    private static void store(String address, String user, String... times) {
        ProcessEngine engine = ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                .setJdbcUrl(address)
                .setJdbcUsername(user)
                .setJdbcPassword("")
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .buildProcessEngine();
        for (int i = 0; i < times.length; i++) {
            Task task = engine.getTaskService().newTask("task-" + i);
            task.setDueDate(Date.from(Instant.parse(times[i])));
            engine.getTaskService().saveTask(task);
            engine.getRepositoryService()
                    .createDeployment()
                    .addModelInstance(
                            "timer-" + i + ".bpmn",
                            Bpmn.createExecutableProcess("timer-" + i)
                                    .camundaHistoryTimeToLive(1)
                                    .startEvent()
                                    .intermediateCatchEvent()
                                    .timerWithDate(times[i])
                                    .endEvent()
                                    .done())
                    .deploy();
            engine.getRuntimeService().startProcessInstanceByKey("timer-" + i);
        }
        engine.close();
    }
}
