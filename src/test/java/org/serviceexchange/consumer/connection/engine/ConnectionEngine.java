package org.serviceexchange.consumer.connection.engine;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.serviceexchange.consumer.TestConnections.NUMBER;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.serviceexchange.consumer.ConsumerWorld;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.consumer.connection.ConsumerSettings;
import org.serviceexchange.platform.engine.Delegates;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.platform.engine.ProblemUnwrappingInterceptor;
import org.serviceexchange.platform.engine.ProcessDiagram;
import org.serviceexchange.platform.engine.ProcessPictures;
import org.slf4j.LoggerFactory;

/** The engine in memory with the process, its delegates and the real use cases over ports in memory. */
final class ConnectionEngine {

    static final ProcessEngine ENGINE = engine();

    private static final FailedSteps FAILED =
            new FailedSteps(ENGINE.getRuntimeService(), ENGINE.getManagementService());

    final EngineConnectionProcess process = new EngineConnectionProcess(
            ENGINE.getRuntimeService(),
            ENGINE.getTaskService(),
            ENGINE.getManagementService(),
            FAILED,
            new ConsumerSettings(Duration.ofSeconds(30), Duration.ofDays(14)));
    final ProcessDiagram diagram = new ProcessDiagram(
            ConnectionElements.PROCESS,
            new ProcessPictures(ENGINE.getRepositoryService(), ENGINE.getHistoryService(), ENGINE.getRuntimeService()),
            FAILED);
    final ConsumerWorld world = new ConsumerWorld(process);

    ConnectionEngine() {
        init(ENGINE);
        Delegates.register(
                "consumer",
                world.checkPrerequisites,
                world.checkPrerequisitesAgain,
                world.connectToProvider,
                world.authenticateAtProvider,
                world.claimRegistration,
                world.exchangeKeys,
                world.activateConnection,
                world.closeConnection,
                world.expireConnection,
                world.cancelConnection);
    }

    private static ProcessEngine engine() {
        // Expected failures of stories would fill the log
        ((Logger) LoggerFactory.getLogger("org.camunda")).setLevel(Level.OFF);
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("provider-connection-test");
        configuration.setJdbcUrl("jdbc:h2:mem:provider-connection-process;DB_CLOSE_DELAY=-1");
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        configuration.setCustomPreCommandInterceptorsTxRequired(List.of(new ProblemUnwrappingInterceptor()));
        configuration.setJobExecutorActivate(false);
        ProcessEngine engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("processes/provider-connection.bpmn")
                .deploy();
        return engine;
    }

    ProcessInstance open() {
        world.openConnection.open(TestConnections.link(), "ada");
        return instance();
    }

    ProcessInstance instance() {
        return ENGINE.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(NUMBER)
                .singleResult();
    }

    /** Runs the one job that waits at an element. */
    void run(String element) {
        ENGINE.getManagementService().executeJob(job(element).getId());
    }

    /** As if the one job that waits at an element had failed as often as it may. */
    void failForGood(String element) {
        ENGINE.getManagementService().setJobRetries(job(element).getId(), 0);
    }

    Job job(String element) {
        return ENGINE.getManagementService()
                .createJobQuery()
                .activityId(element)
                .singleResult();
    }

    void complete(String element) {
        ENGINE.getTaskService().complete(task(element).getId());
    }

    Task task(String element) {
        return ENGINE.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(element)
                .singleResult();
    }

    /** Up to the choice of the company. */
    ProcessInstance validated() {
        ProcessInstance instance = open();
        run(ConnectionElements.CHECK_PREREQUISITES);
        assertThat(instance).isWaitingAt(ConnectionElements.CONNECT_TO_PROVIDER);
        return instance;
    }

    /** Up to the login at the provider. */
    ProcessInstance claimed() {
        ProcessInstance instance = validated();
        process.connectToProvider(NUMBER, "CMP0001001", "ada");
        run(ConnectionElements.CLAIM_REGISTRATION);
        assertThat(instance).isWaitingAt(ConnectionElements.AUTHENTICATE_AT_PROVIDER);
        return instance;
    }

    void authenticate() {
        world.authenticateAtProvider.authenticated(NUMBER, "ada", "token-1", world.now.plusSeconds(300));
    }

    /** Up to the first probe. */
    ProcessInstance withKeys() {
        ProcessInstance instance = claimed();
        authenticate();
        run(ConnectionElements.EXCHANGE_KEYS);
        assertThat(instance).isWaitingAt(ConnectionElements.ACTIVATE_CONNECTION);
        return instance;
    }

    void deleteAll() {
        var runtime = ENGINE.getRuntimeService();
        runtime.createProcessInstanceQuery()
                .list()
                .forEach(running -> runtime.deleteProcessInstance(running.getId(), "test over"));
        ENGINE.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .list()
                .forEach(past -> ENGINE.getHistoryService().deleteHistoricProcessInstance(past.getId()));
        Mocks.reset();
    }
}
