package org.serviceexchange.provider.registration.engine;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.serviceexchange.approval.ApprovalKeeper;
import org.serviceexchange.approval.engine.ApprovalEnd;
import org.serviceexchange.approval.engine.ApprovalTasks;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.platform.engine.ChangedModel;
import org.serviceexchange.platform.engine.Delegates;
import org.serviceexchange.platform.engine.FailedJobs;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.platform.engine.ProblemUnwrappingInterceptor;
import org.serviceexchange.platform.engine.SharedMappings;
import org.serviceexchange.platform.engine.kept.KeptMessages;
import org.serviceexchange.provider.TestProviderSettings;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.authorization.MatchContact;
import org.serviceexchange.provider.authorization.RecordMismatch;
import org.serviceexchange.provider.closing.CloseRegistration;
import org.serviceexchange.provider.invitation.CreateRegistrationTask;
import org.serviceexchange.provider.invitation.RemindContact;
import org.serviceexchange.provider.invitation.RenewRegistrationLink;
import org.serviceexchange.provider.invitation.SendRegistrationEMail;
import org.serviceexchange.provider.invitation.WriteWorkNote;
import org.serviceexchange.provider.keyexchange.ActivateConnectionAtProvider;
import org.serviceexchange.provider.keyexchange.RemindOfReview;
import org.serviceexchange.provider.keyexchange.ReportSuspension;
import org.serviceexchange.provider.registration.ReceiveRegistrationRequest;
import org.serviceexchange.provider.registration.RegistrationMail;
import org.serviceexchange.provider.registration.Registrations;
import org.serviceexchange.provider.validation.CheckPrerequisitesAtProvider;
import org.serviceexchange.provider.validation.RemindOfFindings;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** An in-memory engine with the process, its delegates, and use cases whose results the test decides. */
final class RegistrationEngine {

    static final String NUMBER = TestRegistrations.NUMBER;
    static final Instant EXPIRY = Instant.parse("2099-03-15T10:00:00Z");

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

    private static final Map<String, ProcessEngine> ENGINES = new ConcurrentHashMap<>();

    /** What keeps the approvals; a test adds its own. */
    static final StaticListableBeanFactory KEEPERS = new StaticListableBeanFactory();

    final ProcessEngine engine;

    final ReceiveRegistrationRequest receiveRegistrationRequest = mock();
    final CheckPrerequisitesAtProvider checkPrerequisites = mock();
    final CreateRegistrationTask createRegistrationTask = mock();
    final SendRegistrationEMail sendRegistrationEMail = mock();
    final WriteWorkNote writeWorkNote = mock();
    final MatchContact matchContact = mock();
    final RecordMismatch recordMismatch = mock();
    final RenewRegistrationLink renewRegistrationLink = mock();
    final ReportSuspension reportSuspension = mock();
    final RemindOfFindings remindOfFindings = mock();
    final RemindOfReview remindOfReview = mock();
    final RemindContact remindContact = mock();
    final CloseRegistration closeRegistration = mock();
    final ActivateConnectionAtProvider activateConnection = mock();
    private final ApprovalTasks approvals = new ApprovalTasks(KEEPERS.getBeanProvider(ApprovalKeeper.class));
    final RegistrationMail mail = mock();
    final Registrations registrations = mock();
    final FailedSteps failedSteps;
    final EngineRegistrationProcess process;

    ProcessInstance instance;

    /** With the process as it is now. */
    RegistrationEngine() {
        this("processes");
    }

    /** With the process as it stands in a folder of the class path. */
    RegistrationEngine(String folder) {
        this(ENGINES.computeIfAbsent(folder, unbuilt -> {
            ProcessEngine engine = configuration(folder).buildProcessEngine();
            engine.getRepositoryService()
                    .createDeployment()
                    .addClasspathResource(folder + "/consumer-registration.bpmn")
                    .deploy();
            return engine;
        }));
    }

    /** With the process as an analyst changed it; the name stands for this change. */
    RegistrationEngine(String name, Supplier<ChangedModel> changed) {
        this(ENGINES.computeIfAbsent(name, unbuilt -> deploy(configuration(name), changed.get())));
    }

    /** The same on a database of the test. */
    RegistrationEngine(String name, Supplier<ChangedModel> changed, DataSource database) {
        this(ENGINES.computeIfAbsent(name, unbuilt -> {
            var configuration = configuration(name);
            configuration.setDataSource(database);
            return deploy(configuration, changed.get());
        }));
    }

    /** With a folder of files, and an engine that does what its configuration says beyond the usual. */
    RegistrationEngine(
            String name,
            Supplier<Map<String, byte[]>> files,
            Consumer<StandaloneInMemProcessEngineConfiguration> more) {
        this(ENGINES.computeIfAbsent(name, unbuilt -> {
            var configuration = configuration(name);
            more.accept(configuration);
            ProcessEngine engine = configuration.buildProcessEngine();
            var deployment = engine.getRepositoryService().createDeployment();
            files.get().forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
            deployment.deploy();
            return engine;
        }));
    }

    private RegistrationEngine(ProcessEngine built) {
        engine = built;
        init(engine);
        var user = new ConnectingUser();
        failedSteps = new FailedSteps(engine.getRuntimeService(), engine.getManagementService());
        process = new EngineRegistrationProcess(engine.getRuntimeService(), engine.getTaskService(), failedSteps, user);
        Directory directory = mock();
        when(directory.company("acme")).thenReturn(Optional.of(new Company("acme", "ACME", true)));
        var settings = TestProviderSettings.valid();
        var variables = new RegistrationVariables(directory, mail, settings);
        when(receiveRegistrationRequest.receive(any()))
                .thenReturn(TestRegistrations.requested().request());
        when(checkPrerequisites.check(NUMBER)).thenReturn(() -> List.of());
        when(sendRegistrationEMail.send(NUMBER)).thenReturn(() -> true);
        when(activateConnection.activate(NUMBER)).thenReturn(() -> true);
        when(remindContact.remind(NUMBER)).thenReturn(() -> true);
        when(createRegistrationTask.create(NUMBER)).thenReturn(EXPIRY);
        when(renewRegistrationLink.renew(NUMBER)).thenReturn(EXPIRY);
        when(matchContact.match(NUMBER, TestRegistrations.CONTACT)).thenReturn(true);
        when(registrations.lock(NUMBER)).thenReturn(TestRegistrations.open());
        Delegates.register(
                "provider",
                variables,
                user,
                receiveRegistrationRequest,
                approvals,
                checkPrerequisites,
                createRegistrationTask,
                sendRegistrationEMail,
                writeWorkNote,
                matchContact,
                recordMismatch,
                renewRegistrationLink,
                reportSuspension,
                remindOfFindings,
                remindOfReview,
                remindContact,
                closeRegistration,
                activateConnection);
        new ConsumerRegistrationDefinition()
                .consumerRegistrationProcess()
                .formerNames()
                .forEach((former, now) -> Mocks.register(former, Mocks.get(now)));
    }

    private static StandaloneInMemProcessEngineConfiguration configuration(String name) {
        // Expected failures of stories would fill the log
        ((Logger) LoggerFactory.getLogger("org.camunda")).setLevel(Level.OFF);
        var configuration = SharedMappings.in(new StandaloneInMemProcessEngineConfiguration());
        configuration.setProcessEngineName("registration-" + name.replace('/', '-'));
        configuration.setJdbcUrl("jdbc:h2:mem:registration-" + name.replace('/', '-') + ";DB_CLOSE_DELAY=-1");
        configuration.setFailedJobRetryTimeCycle(FailedSteps.PAUSES);
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        configuration.setJobExecutorActivate(false);
        FailedJobs.configure(configuration, CLOCK);
        KeptMessages.configure(configuration);
        configuration.setGroupResourceWhitelistPattern("[a-z_.]+");
        var approvals = new ApprovalTasks(KEEPERS.getBeanProvider(ApprovalKeeper.class));
        configuration.getCustomPostBPMNParseListeners().add(approvals);
        configuration.getCustomJobHandlers().add(new ApprovalEnd(approvals));
        return configuration;
    }

    private static ProcessEngine deploy(StandaloneInMemProcessEngineConfiguration configuration, ChangedModel changed) {
        configuration.setCustomPreCommandInterceptorsTxRequired(List.of(new ProblemUnwrappingInterceptor(CLOCK)));
        ProcessEngine engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addInputStream(changed.file(), new ByteArrayInputStream(changed.content()))
                .deploy();
        return engine;
    }

    ProcessInstance request() {
        return request(Map.of());
    }

    /** Starts with variables that the form does not send. */
    ProcessInstance request(Map<String, Object> more) {
        Map<String, Object> variables = new HashMap<>(
                Map.of("companyId", "acme", "contactId", "carla", "consumerUrl", "https://consumer.example.com/"));
        variables.putAll(more);
        engine.getIdentityService().setAuthenticatedUserId("paula");
        instance = engine.getRuntimeService().startProcessInstanceByKey(RegistrationElements.PROCESS, variables);
        engine.getIdentityService().clearAuthentication();
        return instance;
    }

    /** Executes the single job that waits at an element. */
    void run(String element) {
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId(element)
                        .singleResult()
                        .getId());
    }

    /** The single job that waits at an element. */
    Job job(String element) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(element)
                .singleResult();
    }

    /** How many failures of jobs are in the history of the case. */
    long failures() {
        return engine.getHistoryService()
                .createHistoricJobLogQuery()
                .processInstanceId(instance.getId())
                .failureLog()
                .count();
    }

    /** Runs one of several jobs that wait at an element. */
    void runFirst(String element) {
        var jobs = engine.getManagementService();
        jobs.executeJob(jobs.createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(element)
                .listPage(0, 1)
                .get(0)
                .getId());
    }

    /** Until a timer at this element is due. */
    long daysUntil(String element) {
        var timer = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(element)
                .singleResult();
        Duration wait = Duration.between(
                timer.getCreateTime().toInstant(), timer.getDuedate().toInstant());
        // The timer is written a moment after its date was reckoned
        return wait.plusMinutes(1).toDays();
    }

    void claimTask(String user) {
        engine.getTaskService().setAssignee(task().getId(), user);
    }

    /** Up to the contact, with mail on or off. */
    void openLink(boolean mailOn) {
        when(mail.on()).thenReturn(mailOn);
        request();
        run(RegistrationElements.CHECK_PREREQUISITES);
        if (mailOn) {
            run(RegistrationElements.SEND_REGISTRATION_E_MAIL);
        }
        assertThat(instance).isWaitingAt(RegistrationElements.AWAIT_CONSUMER_CONNECT);
    }

    /** Up to the consent page. */
    void askForConsent() {
        openLink(true);
        process.consumerConnecting(NUMBER, TestRegistrations.CONTACT);
        assertThat(instance).isWaitingAt(RegistrationElements.AWAIT_CONSENT);
    }

    /** Up to the key exchange. */
    void connectContact() {
        askForConsent();
        process.consentGiven(NUMBER, TestRegistrations.CONTACT);
        assertThat(instance).isWaitingAt(RegistrationElements.AWAIT_KEY_EXCHANGE);
    }

    void completeTask(Map<String, Object> variables) {
        engine.getTaskService().complete(task().getId(), variables);
    }

    Task task() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
    }

    boolean runs() {
        return running() > 0;
    }

    boolean waitsAt(String element) {
        return waiting().equals(element);
    }

    /** The one element at which the case waits for a person, a message or a job; timers of an element do not count. */
    String waiting() {
        return Stream.of(engine.getRuntimeService().getActivityInstance(instance.getId()))
                .flatMap(RegistrationEngine::leaves)
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

    Object variable(String name) {
        return engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance.getId())
                .variableName(name)
                .singleResult()
                .getValue();
    }

    long running() {
        return engine.getRuntimeService().createProcessInstanceQuery().count();
    }

    void deleteAll() {
        var runtime = engine.getRuntimeService();
        // What a process has called goes with it
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(running -> runtime.deleteProcessInstance(running.getId(), "test over"));
        Mocks.reset();
    }
}
