package org.serviceexchange.connection.life.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.connection.contact.LetHeartbeatsGoOn;
import org.serviceexchange.connection.contact.TryContact;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.rotation.ProveNewKeys;
import org.serviceexchange.connection.rotation.RotateKeys;
import org.serviceexchange.connection.rotation.ScheduleRotation;
import org.serviceexchange.connection.suspension.CheckSuspension;
import org.serviceexchange.platform.engine.Delegates;
import org.serviceexchange.platform.engine.FailedJobs;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.platform.engine.ProblemUnwrappingInterceptor;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.store.Recording;
import org.slf4j.LoggerFactory;

/** Every path through {@code processes/connection-life.bpmn}. */
class ConnectionLifeProcessTest {

    private static final String NUMBER = "PCN0001001";
    private static final Instant DUE = Instant.parse("2028-05-24T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    private static ProcessEngine engine;

    private final ConnectionLookup connections = mock();
    private final ScheduleRotation scheduleRotation = mock();
    private final RotateKeys rotateKeys = mock();
    private final ProveNewKeys proveNewKeys = mock();
    private final CheckSuspension checkSuspension = mock();
    private final TryContact tryContact = mock();
    private final LetHeartbeatsGoOn letHeartbeatsGoOn = mock();
    private EngineConnectionLife life;

    @BeforeAll
    static void startEngine() {
        // Expected failures of stories would fill the log
        ((Logger) LoggerFactory.getLogger("org.camunda")).setLevel(Level.OFF);
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("connection-life");
        configuration.setJdbcUrl("jdbc:h2:mem:connection-life;DB_CLOSE_DELAY=-1");
        configuration.setFailedJobRetryTimeCycle(FailedSteps.PAUSES);
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        configuration.setCustomPreCommandInterceptorsTxRequired(List.of(new ProblemUnwrappingInterceptor(CLOCK)));
        configuration.setJobExecutorActivate(false);
        FailedJobs.configure(configuration, CLOCK);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("processes/connection-life.bpmn")
                .deploy();
    }

    @AfterAll
    static void stopEngine() {
        engine.close();
    }

    @BeforeEach
    void start() {
        init(engine);
        life = new EngineConnectionLife(
                engine.getRuntimeService(),
                engine.getTaskService(),
                new FailedSteps(engine.getRuntimeService(), engine.getManagementService()));
        Delegates.register(
                "connection",
                connections,
                scheduleRotation,
                rotateKeys,
                proveNewKeys,
                checkSuspension,
                tryContact,
                letHeartbeatsGoOn);
        when(connections.find(NUMBER)).thenReturn(Optional.of(mock(LivingConnection.class)));
        when(scheduleRotation.schedule(NUMBER)).thenReturn(Optional.of(DUE));
        when(proveNewKeys.prove(NUMBER)).thenReturn(Recording.nothing(true));
        agrees(true);
    }

    @AfterEach
    void stop() {
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .list()
                .forEach(running ->
                        engine.getRuntimeService().deleteProcessInstance(running.getId(), "the story is over"));
    }

    @Test
    void waitsUntilTheKeysAreDue() {
        ProcessInstance instance = begin();
        assertThat(instance).isWaitingAt(LifeElements.AWAIT_ROTATION);
        Assertions.assertThat(job(LifeElements.ROTATION_DUE_TIMER).getDuedate()).isEqualTo(Date.from(DUE));
    }

    @Test
    void beginsOncePerConnection() {
        begin();
        life.begin(NUMBER);
        Assertions.assertThat(
                        engine.getRuntimeService().createProcessInstanceQuery().count())
                .isEqualTo(1);
    }

    @Test
    void rotatesWhenTheKeysAreDue() {
        ProcessInstance instance = begin();
        run(LifeElements.ROTATION_DUE_TIMER);
        run(LifeElements.ROTATE_KEYS);
        run(LifeElements.PROVE_NEW_KEYS);
        assertThat(instance)
                .isWaitingAt(LifeElements.AWAIT_ROTATION)
                .hasPassedInOrder(
                        "event_connectionActive",
                        "serviceTask_scheduleRotation",
                        "event_rotationDue",
                        "serviceTask_rotateKeys",
                        "serviceTask_proveNewKeys");
        verify(scheduleRotation, times(2)).schedule(NUMBER);
        verify(proveNewKeys).prove(NUMBER);
    }

    @Test
    void rotatesWhenAskedAndProvesNothingThatIsNotHere() {
        agrees(false);
        ProcessInstance instance = begin();
        Assertions.assertThat(life.rotationAsked(NUMBER)).isTrue();
        Assertions.assertThat(life.rotationAsked(NUMBER)).as("on its way").isFalse();
        run(LifeElements.ROTATE_KEYS);
        assertThat(instance).isWaitingAt(LifeElements.AWAIT_ROTATION).hasNotPassed(LifeElements.PROVE_NEW_KEYS);
    }

    @Test
    void looksAtTheAgeAgainWhenThePeerHasRotated() {
        ProcessInstance instance = begin();
        when(scheduleRotation.schedule(NUMBER)).thenReturn(Optional.of(DUE.plusSeconds(60)));
        life.keysRotated(NUMBER);
        assertThat(instance).isWaitingAt(LifeElements.AWAIT_ROTATION).hasPassed("event_keysRotated");
        Assertions.assertThat(job(LifeElements.ROTATION_DUE_TIMER).getDuedate())
                .isEqualTo(Date.from(DUE.plusSeconds(60)));
    }

    @Test
    void aPeerThatIsAwayIsAskedAgain() {
        when(rotateKeys.rotate(NUMBER))
                .thenThrow(new Problem(ProblemCode.PEER_UNREACHABLE, "https://peer.example.com"));
        ProcessInstance instance = begin();
        life.rotationAsked(NUMBER);
        String job = job(LifeElements.ROTATE_KEYS).getId();
        assertThatThrownBy(() -> engine.getManagementService().executeJob(job)).isInstanceOf(Exception.class);
        engine.getManagementService().setJobRetries(job, 0);
        assertThat(instance).isWaitingAt(LifeElements.ROTATE_KEYS);

        agrees(true);
        Assertions.assertThat(life.retry(NUMBER)).isTrue();
        run(LifeElements.ROTATE_KEYS);
        assertThat(instance).isWaitingAt(LifeElements.PROVE_NEW_KEYS);
    }

    @Test
    void waitsWhileItIsSuspendedAndGoesOnByItself() {
        ProcessInstance instance = begin();
        suspendUntil(DUE);
        life.suspensionChanged(NUMBER);
        assertThat(instance)
                .isWaitingAt(LifeElements.AWAIT_RESUMPTION)
                .isNotWaitingAt(LifeElements.AWAIT_ROTATION)
                .hasPassedInOrder("event_suspensionChanged", "serviceTask_checkSuspension");
        Assertions.assertThat(job(LifeElements.SUSPENSION_OVER_TIMER).getDuedate())
                .isEqualTo(Date.from(DUE));
        Assertions.assertThat(life.rotationAsked(NUMBER)).isFalse();

        suspendUntil(null);
        run(LifeElements.SUSPENSION_OVER_TIMER);
        assertThat(instance).isWaitingAt(LifeElements.AWAIT_ROTATION).hasPassed("event_suspensionOver");
        verify(scheduleRotation, times(2)).schedule(NUMBER);
    }

    @Test
    void goesOnEarlyWhenAPersonResumesIt() {
        ProcessInstance instance = begin();
        suspendUntil(DUE);
        life.suspensionChanged(NUMBER);
        suspendUntil(DUE.plusSeconds(60));
        life.suspensionChanged(NUMBER);
        assertThat(instance).isWaitingAt(LifeElements.AWAIT_RESUMPTION);
        Assertions.assertThat(job(LifeElements.SUSPENSION_OVER_TIMER).getDuedate())
                .as("the other side's holds longer")
                .isEqualTo(Date.from(DUE.plusSeconds(60)));

        suspendUntil(null);
        life.suspensionChanged(NUMBER);
        assertThat(instance).isWaitingAt(LifeElements.AWAIT_ROTATION);
    }

    @Test
    void aRotationThatIsDueWaitsForTheEnd() {
        agrees(false);
        ProcessInstance instance = begin();
        suspendUntil(DUE.plusSeconds(60));
        run(LifeElements.ROTATION_DUE_TIMER);
        run(LifeElements.ROTATE_KEYS);
        assertThat(instance).isWaitingAt(LifeElements.AWAIT_RESUMPTION).hasNotPassed(LifeElements.PROVE_NEW_KEYS);
    }

    @Test
    void isOverWhenTheConnectionEndsWhileItIsSuspended() {
        ProcessInstance instance = begin();
        suspendUntil(DUE);
        life.suspensionChanged(NUMBER);
        life.ended(NUMBER);
        assertThat(instance).isEnded().hasPassed("event_lifeOver");
    }

    @Test
    void isOverWhenTheConnectionDoesNotLiveAnyMore() {
        ProcessInstance instance = begin();
        when(scheduleRotation.schedule(NUMBER)).thenReturn(Optional.empty());
        life.keysRotated(NUMBER);
        assertThat(instance).isEnded().hasPassed("event_connectionOver");
    }

    @Test
    void isOverWhenTheConnectionEndsWhileKeysAreRotated() {
        ProcessInstance instance = begin();
        life.rotationAsked(NUMBER);
        life.ended(NUMBER);
        assertThat(instance).isEnded().hasPassed("event_lifeOver");
    }

    @Test
    void aPersonRestoresALostContactWhileTheRestGoesOn() {
        ProcessInstance instance = begin();
        Assertions.assertThat(life.contactLost(NUMBER, "REG0001001")).isTrue();
        assertThat(instance)
                .isWaitingAt(LifeElements.AWAIT_ROTATION, LifeElements.RESTORE_CONTACT)
                .variables()
                .containsEntry("registrationNumber", "REG0001001");

        when(tryContact.tryContact(NUMBER)).thenReturn(Recording.nothing(false));
        complete(LifeElements.RESTORE_CONTACT);
        run(LifeElements.TRY_CONTACT);
        assertThat(instance).as("no answer yet").isWaitingAt(LifeElements.RESTORE_CONTACT);

        when(tryContact.tryContact(NUMBER)).thenReturn(Recording.nothing(true));
        complete(LifeElements.RESTORE_CONTACT);
        run(LifeElements.TRY_CONTACT);
        assertThat(instance).isWaitingAtExactly(LifeElements.AWAIT_ROTATION).hasPassed("event_contactRestored");
    }

    @Test
    void theTaskGoesWhenThePeerIsHeardAgain() {
        ProcessInstance instance = begin();
        life.contactLost(NUMBER, NUMBER);
        life.alarmOver(NUMBER, true);
        assertThat(instance).isWaitingAtExactly(LifeElements.AWAIT_ROTATION).hasPassed("event_noContactLost");
    }

    @Test
    void aPersonDecidesBetweenTwoDatabases() {
        ProcessInstance instance = begin();
        Assertions.assertThat(life.peerDoubled(NUMBER, NUMBER)).isTrue();
        engine.getIdentityService().setAuthenticatedUserId("ada");
        try {
            complete(LifeElements.DECIDE_BETWEEN_TWO_DATABASES);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
        verify(letHeartbeatsGoOn).goOn(NUMBER, "ada");
        assertThat(instance).isWaitingAtExactly(LifeElements.AWAIT_ROTATION).hasPassed("event_decided");
    }

    @Test
    void theDecisionGoesWhenItIsTakenOnThePage() {
        ProcessInstance instance = begin();
        life.peerDoubled(NUMBER, NUMBER);
        life.alarmOver(NUMBER, false);
        assertThat(instance).isWaitingAtExactly(LifeElements.AWAIT_ROTATION).hasPassed("event_decidedElsewhere");
    }

    @Test
    void tasksGoWithTheConnection() {
        ProcessInstance instance = begin();
        life.contactLost(NUMBER, NUMBER);
        life.peerDoubled(NUMBER, NUMBER);
        life.ended(NUMBER);
        assertThat(instance).isEnded();
    }

    private static void complete(String element) {
        engine.getTaskService()
                .complete(engine.getTaskService()
                        .createTaskQuery()
                        .taskDefinitionKey(element)
                        .singleResult()
                        .getId());
    }

    @Test
    void nobodyStartsItWithoutAConnectionOrFromTheWebapps() {
        when(connections.find("PCN0009999")).thenReturn(Optional.empty());
        refuses("PCN0009999");
        engine.getIdentityService().setAuthenticatedUserId("ada");
        try {
            refuses(NUMBER);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
        verify(scheduleRotation, times(0)).schedule(any());
    }

    private static void refuses(String number) {
        assertThatThrownBy(() ->
                        engine.getRuntimeService().startProcessInstanceByKey(LifeElements.PROCESS, number, Map.of()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> Assertions.assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_UNKNOWN));
    }

    private ProcessInstance begin() {
        life.begin(NUMBER);
        return engine.getRuntimeService().createProcessInstanceQuery().singleResult();
    }

    private void suspendUntil(@Nullable Instant until) {
        when(checkSuspension.until(NUMBER)).thenReturn(Optional.ofNullable(until));
    }

    private void agrees(boolean agreed) {
        doReturn(Recording.nothing(agreed)).when(rotateKeys).rotate(NUMBER);
    }

    private static void run(String element) {
        engine.getManagementService().executeJob(job(element).getId());
    }

    private static Job job(String element) {
        return engine.getManagementService()
                .createJobQuery()
                .activityId(element)
                .singleResult();
    }
}
