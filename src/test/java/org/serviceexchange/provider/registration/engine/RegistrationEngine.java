package org.serviceexchange.provider.registration.engine;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.platform.engine.Delegates;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.authorization.MatchContact;
import org.serviceexchange.provider.authorization.RecordMismatch;
import org.serviceexchange.provider.closing.CancelRegistration;
import org.serviceexchange.provider.closing.CloseFailedRegistration;
import org.serviceexchange.provider.closing.ExpireRegistration;
import org.serviceexchange.provider.invitation.CreateRegistrationTask;
import org.serviceexchange.provider.invitation.RegistrationMail;
import org.serviceexchange.provider.invitation.RenewRegistrationLink;
import org.serviceexchange.provider.invitation.SendRegistrationEMail;
import org.serviceexchange.provider.invitation.WriteWorkNote;
import org.serviceexchange.provider.keyexchange.ActivateConnection;
import org.serviceexchange.provider.keyexchange.ReportSuspension;
import org.serviceexchange.provider.registration.ProviderSettings;
import org.serviceexchange.provider.registration.ReceiveRegistrationRequest;
import org.serviceexchange.provider.registration.Registrations;
import org.serviceexchange.provider.validation.CheckPrerequisites;
import org.serviceexchange.provider.validation.CheckPrerequisitesAgain;
import org.slf4j.LoggerFactory;

/** An in-memory engine with the process, its delegates, and use cases whose results the test decides. */
final class RegistrationEngine {

    static final String NUMBER = TestRegistrations.NUMBER;
    static final Instant EXPIRY = Instant.parse("2099-03-15T10:00:00Z");

    private static final ProcessEngine ENGINE = engine();

    final ReceiveRegistrationRequest receiveRegistrationRequest = mock();
    final CheckPrerequisites checkPrerequisites = mock();
    final CheckPrerequisitesAgain checkPrerequisitesAgain = mock();
    final CreateRegistrationTask createRegistrationTask = mock();
    final SendRegistrationEMail sendRegistrationEMail = mock();
    final WriteWorkNote writeWorkNote = mock();
    final MatchContact matchContact = mock();
    final RecordMismatch recordMismatch = mock();
    final RenewRegistrationLink renewRegistrationLink = mock();
    final ReportSuspension reportSuspension = mock();
    final CloseFailedRegistration closeFailedRegistration = mock();
    final ExpireRegistration expireRegistration = mock();
    final CancelRegistration cancelRegistration = mock();
    final ActivateConnection activateConnection = mock();
    final RegistrationMail mail = mock();
    final Registrations registrations = mock();
    final FailedSteps failedSteps = new FailedSteps(ENGINE.getRuntimeService(), ENGINE.getManagementService());
    final CorrelatedRegistrationProcess process = new CorrelatedRegistrationProcess(
            ENGINE.getRuntimeService(), ENGINE.getTaskService(), failedSteps, registrations);

    ProcessInstance instance;

    RegistrationEngine() {
        init(ENGINE);
        Directory directory = mock();
        when(directory.company("acme")).thenReturn(Optional.of(new Company("acme", "ACME", true)));
        var settings = new ProviderSettings(Duration.ofDays(14), Duration.ofMinutes(1), null);
        var variables = new RegistrationVariables(directory, mail, settings);
        when(receiveRegistrationRequest.receive(any()))
                .thenReturn(TestRegistrations.requested().request());
        when(checkPrerequisites.check(NUMBER)).thenReturn(List.of());
        when(createRegistrationTask.create(NUMBER)).thenReturn(EXPIRY);
        when(renewRegistrationLink.renew(NUMBER)).thenReturn(EXPIRY);
        when(matchContact.match(NUMBER, TestRegistrations.CONTACT)).thenReturn(true);
        when(registrations.lock(NUMBER)).thenReturn(TestRegistrations.open());
        Delegates.register(
                "provider",
                variables,
                receiveRegistrationRequest,
                checkPrerequisites,
                checkPrerequisitesAgain,
                createRegistrationTask,
                sendRegistrationEMail,
                writeWorkNote,
                matchContact,
                recordMismatch,
                renewRegistrationLink,
                reportSuspension,
                closeFailedRegistration,
                expireRegistration,
                cancelRegistration,
                activateConnection);
    }

    private static ProcessEngine engine() {
        // Expected failures would fill the log
        ((Logger) LoggerFactory.getLogger("org.camunda")).setLevel(Level.OFF);
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:registration-process;DB_CLOSE_DELAY=-1");
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        configuration.setJobExecutorActivate(false);
        ProcessEngine engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("processes/consumer-registration.bpmn")
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
        ENGINE.getIdentityService().setAuthenticatedUserId("paula");
        instance = ENGINE.getRuntimeService().startProcessInstanceByKey(RegistrationElements.PROCESS, variables);
        ENGINE.getIdentityService().clearAuthentication();
        return instance;
    }

    /** Executes the single job that waits at an element. */
    void run(String element) {
        ENGINE.getManagementService()
                .executeJob(ENGINE.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId(element)
                        .singleResult()
                        .getId());
    }

    /** Advances to the wait for the contact, with mail on or off. */
    void openLink(boolean mailOn) {
        when(mail.on()).thenReturn(mailOn);
        request();
        run(RegistrationElements.CHECK_PREREQUISITES);
        if (mailOn) {
            run(RegistrationElements.SEND_REGISTRATION_E_MAIL);
        }
        assertThat(instance).isWaitingAt(RegistrationElements.AWAIT_CONSUMER_CONNECT);
    }

    /** Advances to the key exchange. */
    void connectContact() {
        openLink(true);
        process.consumerConnecting(NUMBER, TestRegistrations.CONTACT);
        assertThat(instance).isWaitingAt(RegistrationElements.AWAIT_KEY_EXCHANGE);
    }

    void completeTask(Map<String, Object> variables) {
        ENGINE.getTaskService().complete(task().getId(), variables);
    }

    Task task() {
        return ENGINE.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
    }

    Object variable(String name) {
        return ENGINE.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance.getId())
                .variableName(name)
                .singleResult()
                .getValue();
    }

    long running() {
        return ENGINE.getRuntimeService().createProcessInstanceQuery().count();
    }

    void deleteAll() {
        var runtime = ENGINE.getRuntimeService();
        runtime.createProcessInstanceQuery()
                .list()
                .forEach(running -> runtime.deleteProcessInstance(running.getId(), "test over"));
        Mocks.reset();
    }
}
