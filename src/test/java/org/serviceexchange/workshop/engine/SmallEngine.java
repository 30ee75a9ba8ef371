package org.serviceexchange.workshop.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.serviceexchange.platform.engine.SharedMappings;

/** An engine with a database of its own, for a process of two steps: the second begins with a job. */
class SmallEngine implements AutoCloseable {

    static final String TWO_STEPS = document("""
            <userTask id="userTask_first" name="First step"/>
            <sequenceFlow id="f2" sourceRef="userTask_first" targetRef="userTask_second"/>
            <userTask id="userTask_second" name="Second step" camunda:asyncBefore="true"/>
            """, "userTask_first");

    private final ProcessEngine engine;

    SmallEngine() {
        String name = "small-" + UUID.randomUUID();
        var configuration = SharedMappings.in(new StandaloneInMemProcessEngineConfiguration());
        configuration.setJdbcUrl("jdbc:h2:mem:" + name);
        configuration.setProcessEngineName(name);
        configuration.setJobExecutorActivate(false);
        engine = configuration.buildProcessEngine();
    }

    /** A process whose start leads to this element. */
    static String document(String content, String first) {
        return """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
              targetNamespace="t"><process id="small" name="Small process" isExecutable="true" camunda:versionTag="1" camunda:historyTimeToLive="1">
              <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="%s"/>%s</process></definitions>""".formatted(first, content);
    }

    RepositoryService repository() {
        return engine.getRepositoryService();
    }

    ManagementService management() {
        return engine.getManagementService();
    }

    void deploy(String model) {
        repository()
                .createDeployment()
                .addInputStream("small.bpmn", new ByteArrayInputStream(model.getBytes(UTF_8)))
                .deploy();
    }

    void start(String number) {
        engine.getRuntimeService().startProcessInstanceByKey("small", number);
    }

    void completeFirst(String number) {
        engine.getTaskService()
                .complete(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(number)
                        .singleResult()
                        .getId());
    }

    /** The job of the case has no retries left, as after its last failure. */
    void stopJob(String number) {
        String instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
        management()
                .setJobRetries(
                        management()
                                .createJobQuery()
                                .processInstanceId(instance)
                                .singleResult()
                                .getId(),
                        0);
    }

    @Override
    public void close() {
        engine.close();
    }
}
