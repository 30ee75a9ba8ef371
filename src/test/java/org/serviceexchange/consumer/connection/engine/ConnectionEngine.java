package org.serviceexchange.consumer.connection.engine;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.serviceexchange.consumer.TestConnections.NUMBER;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.serviceexchange.approval.ApprovalKeeper;
import org.serviceexchange.approval.engine.ApprovalDesk;
import org.serviceexchange.approval.engine.ApprovalEnd;
import org.serviceexchange.approval.engine.ApprovalTasks;
import org.serviceexchange.consumer.ConsumerWorld;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.consumer.approval.ConnectionApprovals;
import org.serviceexchange.consumer.connection.ConsumerSettings;
import org.serviceexchange.platform.engine.ChangedModel;
import org.serviceexchange.platform.engine.Delegates;
import org.serviceexchange.platform.engine.FailedJobs;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.platform.engine.ProblemUnwrappingInterceptor;
import org.serviceexchange.platform.engine.ProcessDiagram;
import org.serviceexchange.platform.engine.ProcessPictures;
import org.serviceexchange.platform.engine.SharedMappings;
import org.serviceexchange.platform.engine.kept.KeptMessages;
import org.serviceexchange.platform.engine.label.DeployedLabels;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** An in-memory engine with the process, its delegates and the real use cases with in-memory ports. */
final class ConnectionEngine {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

    private static final Map<String, ProcessEngine> ENGINES = new ConcurrentHashMap<>();

    /** What keeps the approvals; the last engine that was made adds its own. */
    private static final StaticListableBeanFactory KEEPERS = new StaticListableBeanFactory();

    final ProcessEngine engine;
    private final String folder;
    final EngineConnectionProcess process;
    final ProcessDiagram diagram;
    final ConsumerWorld world;
    final ApprovalDesk desk;

    /** With the process as it is now. */
    ConnectionEngine() {
        this("processes");
    }

    /** With the process as it stands in a folder of the class path. */
    ConnectionEngine(String folder) {
        this(folder, ENGINES.computeIfAbsent(folder, ConnectionEngine::engine));
    }

    /** With the process as an analyst changed it; the name stands for this change. */
    ConnectionEngine(String name, Supplier<ChangedModel> changed) {
        this(name, ENGINES.computeIfAbsent(name, unbuilt -> {
            ProcessEngine engine = configuration(name).buildProcessEngine();
            ChangedModel model = changed.get();
            engine.getRepositoryService()
                    .createDeployment()
                    .addInputStream(model.file(), new ByteArrayInputStream(model.content()))
                    .deploy();
            return engine;
        }));
    }

    private ConnectionEngine(String folder, ProcessEngine built) {
        this.folder = folder;
        engine = built;
        init(engine);
        FailedSteps failed = new FailedSteps(engine.getRuntimeService(), engine.getManagementService());
        process = new EngineConnectionProcess(
                engine.getRuntimeService(),
                engine.getTaskService(),
                engine.getManagementService(),
                failed,
                new ConsumerSettings(Duration.ofSeconds(30), Duration.ofDays(14)));
        diagram = new ProcessDiagram(
                ConnectionElements.PROCESS,
                new ProcessPictures(
                        engine.getRepositoryService(),
                        engine.getHistoryService(),
                        engine.getRuntimeService(),
                        new DeployedLabels(engine.getRepositoryService())),
                failed);
        world = new ConsumerWorld(process);
        ApprovalTasks approvals = approvals();
        KEEPERS.addBean(
                "keeper",
                new ApprovalKeeper(
                        List.of(new ConnectionApprovals(world.connections, process, world.closeConnection)),
                        world.notes,
                        CLOCK));
        desk = new ApprovalDesk(engine.getTaskService(), engine.getIdentityService(), approvals);
        Delegates.register(
                "consumer",
                approvals,
                world.checkPrerequisites,
                world.connectToProvider,
                world.authenticateAtProvider,
                world.claimRegistration,
                world.exchangeKeys,
                world.activateConnection,
                world.closeConnection);
        new ProviderConnectionDefinition()
                .providerConnectionProcess()
                .formerNames()
                .forEach((former, now) -> Mocks.register(former, Mocks.get(now)));
    }

    private static String database(String folder) {
        return "jdbc:h2:mem:connection-" + folder.replace('/', '-') + ";DB_CLOSE_DELAY=-1";
    }

    private static ProcessEngine engine(String folder) {
        ProcessEngine engine = configuration(folder).buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource(folder + "/provider-connection.bpmn")
                .deploy();
        return engine;
    }

    private static ProcessEngineConfigurationImpl configuration(String folder) {
        // Expected failures of stories would fill the log
        ((Logger) LoggerFactory.getLogger("org.camunda")).setLevel(Level.OFF);
        var configuration = SharedMappings.in(new StandaloneInMemProcessEngineConfiguration());
        configuration.setProcessEngineName("connection-" + folder.replace('/', '-'));
        configuration.setJdbcUrl(database(folder));
        configuration.setFailedJobRetryTimeCycle(FailedSteps.PAUSES);
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        configuration.setCustomPreCommandInterceptorsTxRequired(List.of(new ProblemUnwrappingInterceptor(CLOCK)));
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setJobExecutorActivate(false);
        FailedJobs.configure(configuration, CLOCK);
        KeptMessages.configure(configuration);
        configuration.setGroupResourceWhitelistPattern("[a-z_.]+");
        ApprovalTasks approvals = approvals();
        configuration.getCustomPostBPMNParseListeners().add(approvals);
        configuration.getCustomJobHandlers().add(new ApprovalEnd(approvals));
        return configuration;
    }

    private static ApprovalTasks approvals() {
        return new ApprovalTasks(KEEPERS.getBeanProvider(ApprovalKeeper.class));
    }

    ProcessInstance open() {
        world.openConnection.open(TestConnections.link(), "ada");
        return instance();
    }

    ProcessInstance instance() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(NUMBER)
                .singleResult();
    }

    /** Executes the timer at an element when the link of the record has expired. */
    void expire(String element) {
        Instant due = world.connection().snapshot().link().expiresAt();
        world.clock.set(Duration.between(TestConnections.NOW, due));
        run(element);
    }

    /** Executes the single job that waits at an element. */
    void run(String element) {
        engine.getManagementService().executeJob(job(element).getId());
    }

    /** Sets the retries of the single job that waits at an element to 0. */
    void failForGood(String element) {
        engine.getManagementService().setJobRetries(job(element).getId(), 0);
    }

    /** The one element at which a case waits for a person, a message or a job; timers of an element do not count. */
    String waiting(ProcessInstance instance) {
        return Stream.of(engine.getRuntimeService().getActivityInstance(instance.getId()))
                .flatMap(ConnectionEngine::leaves)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> leaves(ActivityInstance scope) {
        Stream<String> due = Arrays.stream(scope.getChildTransitionInstances()).map(TransitionInstance::getActivityId);
        Stream<String> working = Arrays.stream(scope.getChildActivityInstances())
                .flatMap(child ->
                        child.getChildActivityInstances().length + child.getChildTransitionInstances().length > 0
                                ? leaves(child)
                                : Stream.of(child.getActivityId()));
        return Stream.concat(due, working);
    }

    Job job(String element) {
        return engine.getManagementService()
                .createJobQuery()
                .activityId(element)
                .singleResult();
    }

    /** Everything that the engine keeps of the failure of a job: texts and stacks of job, history and incident. */
    List<String> keptOf(String element) {
        Job failed = job(element);
        failForGood(element);
        var history = engine.getHistoryService();
        String log = history.createHistoricJobLogQuery()
                .jobId(failed.getId())
                .failureLog()
                .singleResult()
                .getId();
        return List.of(
                failed.getExceptionMessage(),
                engine.getManagementService().getJobExceptionStacktrace(failed.getId()),
                history.createHistoricJobLogQuery().logId(log).singleResult().getJobExceptionMessage(),
                history.getHistoricJobLogExceptionStacktrace(log),
                engine.getRuntimeService().createIncidentQuery().singleResult().getIncidentMessage());
    }

    /** Puts a text where the engine keeps the failure of every job. */
    void keepOfJobs(String text) {
        try (Connection database = DriverManager.getConnection(database(folder), "sa", "");
                var update = database.prepareStatement("update ACT_RU_JOB set EXCEPTION_MSG_ = ?")) {
            update.setString(1, text);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Object variable(String name) {
        return engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .variableName(name)
                .singleResult()
                .getValue();
    }

    void complete(String element) {
        engine.getTaskService().complete(task(element).getId());
    }

    Task task(String element) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(element)
                .singleResult();
    }

    /** Advances to the choice of the company. */
    ProcessInstance validated() {
        ProcessInstance instance = open();
        run(ConnectionElements.CHECK_PREREQUISITES);
        assertThat(instance).isWaitingAt(ConnectionElements.CONNECT_TO_PROVIDER);
        return instance;
    }

    /** Advances to the login at the provider. */
    ProcessInstance claimed() {
        ProcessInstance instance = validated();
        process.connectToProvider(NUMBER, "CMP0001001", "ada");
        run(ConnectionElements.CLAIM_REGISTRATION);
        assertThat(instance).isWaitingAt(ConnectionElements.AUTHENTICATE_AT_PROVIDER);
        return instance;
    }

    void authenticate() {
        world.authenticateAtProvider.authenticated(
                NUMBER, "ada", "token-1", world.clock.instant().plusSeconds(300));
    }

    /** Advances to the first probe. */
    ProcessInstance withKeys() {
        ProcessInstance instance = claimed();
        authenticate();
        run(ConnectionElements.EXCHANGE_KEYS);
        assertThat(instance).isWaitingAt(ConnectionElements.ACTIVATE_CONNECTION);
        return instance;
    }

    void deleteAll() {
        var runtime = engine.getRuntimeService();
        runtime.createProcessInstanceQuery()
                .list()
                .forEach(running -> runtime.deleteProcessInstance(running.getId(), "test over"));
        engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .list()
                .forEach(past -> engine.getHistoryService().deleteHistoricProcessInstance(past.getId()));
        Mocks.reset();
    }
}
