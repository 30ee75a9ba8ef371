package org.serviceexchange.provider.registration.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.serviceexchange.provider.registration.engine.RegistrationEngine.NUMBER;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.problem.NotYetDue;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** What becomes of the tasks of people in {@code processes/consumer-registration.bpmn}: repeated checks, reminders, ends by time. */
class RegistrationTasksTest {

    private static final String VALIDATION = "subProcess_validatePrerequisites";

    private RegistrationEngine engine;

    @BeforeEach
    void start() {
        engine = new RegistrationEngine();
    }

    @AfterEach
    void stop() {
        engine.deleteAll();
    }

    @Test
    void goesOnOnceWhenAPersonAndTheTimerCheckAtTheSameTime() {
        findSomething();
        engine.run("event_reCheckDue");
        Assertions.assertThat(engine.process.checkAgain(NUMBER, "paula")).isTrue();
        when(engine.checkPrerequisites.check(NUMBER)).thenReturn(() -> List.of());
        engine.runFirst(RegistrationElements.CHECK_PREREQUISITES);
        assertThat(engine.instance).isWaitingAt(RegistrationElements.AWAIT_CONSUMER_CONNECT);
        verify(engine.createRegistrationTask, times(1)).create(NUMBER);
    }

    @Test
    void opensOneTaskWhenAPersonAndTheTimerCheckAtTheSameTimeAndFindSomething() {
        findSomething();
        engine.run("event_reCheckDue");
        Assertions.assertThat(engine.process.checkAgain(NUMBER, "paula")).isTrue();
        engine.runFirst(RegistrationElements.CHECK_PREREQUISITES);
        engine.run(RegistrationElements.CHECK_PREREQUISITES);
        assertThat(engine.instance).isWaitingAtExactly(VALIDATION, RegistrationElements.RESOLVE_VALIDATION_FINDINGS);
        Assertions.assertThat(engine.task().getAssignee()).isEqualTo("paula");
    }

    @Test
    void leavesTheTaskWithItsOwnerWhenTheChecksAreRepeated() {
        findSomething();
        Task before = engine.task();
        engine.claimTask("petra");
        engine.run("event_reCheckDue");
        engine.run(RegistrationElements.CHECK_PREREQUISITES);
        Task after = engine.task();
        Assertions.assertThat(after.getId()).isEqualTo(before.getId());
        Assertions.assertThat(after.getAssignee()).isEqualTo("petra");
        Assertions.assertThat(after.getDueDate()).isEqualTo(before.getDueDate());
        Assertions.assertThat(after.getFollowUpDate()).isEqualTo(before.getFollowUpDate());
    }

    @Test
    void remindsOfFindingsAndLeavesTheTaskOpen() {
        findSomething();
        Task before = engine.task();
        engine.run("event_findingsReminderDue");
        verify(engine.remindOfFindings).remind(NUMBER);
        assertThat(engine.instance)
                .isWaitingAtExactly(VALIDATION, RegistrationElements.RESOLVE_VALIDATION_FINDINGS)
                .hasPassed(RegistrationElements.REMIND_OF_FINDINGS, "event_remindedOfFindings");
        Assertions.assertThat(engine.task().getId()).isEqualTo(before.getId());
        Assertions.assertThat(engine.task().getPriority()).isEqualTo(90);
    }

    @Test
    void closesWhenNobodyResolvesTheFindingsInTime() {
        findSomething();
        engine.run("event_notResolvedInTime");
        verify(engine.closeRegistration).expire(NUMBER);
        assertThat(engine.instance).isEnded().hasPassed("event_notResolvedInTime", "event_closedIncompleteExpired");
    }

    @Test
    void remindsOfAReviewAndLeavesTheTaskOpen() {
        suspend();
        engine.run("event_reviewReminderDue");
        verify(engine.remindOfReview).remind(NUMBER);
        assertThat(engine.instance)
                .isWaitingAtExactly(RegistrationElements.REVIEW_SUSPENDED_REGISTRATION)
                .hasPassed(RegistrationElements.REMIND_OF_REVIEW, "event_remindedOfReview");
        Assertions.assertThat(engine.task().getPriority()).isEqualTo(90);
    }

    @Test
    void closesAsFailedWhenNobodyReviewsInTime() {
        suspend();
        engine.run("event_notReviewedInTime");
        verify(engine.closeRegistration).notReviewed(NUMBER);
        verify(engine.closeRegistration, never()).closeFailed(NUMBER);
        assertThat(engine.instance).isEnded().hasPassed("event_notReviewedInTime", "event_closedIncompleteFailed");
    }

    @Test
    void waitsOnWhenItsTimerFiresBeforeTheTimeOfTheRecord() {
        engine.request();
        engine.run(RegistrationElements.CHECK_PREREQUISITES);
        Instant due = RegistrationEngine.EXPIRY;
        doThrow(early(due)).when(engine.closeRegistration).expire(NUMBER);
        Job before = engine.job("event_linkExpired");
        assertThatThrownBy(() -> engine.run("event_linkExpired")).isInstanceOf(NotYetDue.class);
        Job after = engine.job("event_linkExpired");
        Assertions.assertThat(after.getDuedate()).isEqualTo(Date.from(due.plusMillis(1)));
        Assertions.assertThat(after.getRetries()).isEqualTo(before.getRetries());
        Assertions.assertThat(after.getExceptionMessage()).isNull();
        Assertions.assertThat(engine.failures()).isZero();
        assertThat(engine.instance).isWaitingAt(RegistrationElements.AWAIT_CONSUMER_CONNECT);
    }

    private static NotYetDue early(Instant due) {
        return catchThrowableOfType(NotYetDue.class, () -> NotYetDue.requireDue(due, due.minusMillis(1)));
    }

    @Test
    void waitsForItsTasksAsLongAsTheSettingsSay() {
        findSomething();
        assertThat(engine.instance)
                .variables()
                .containsEntry("taskReminder", "PT168H")
                .containsEntry("taskLife", "PT336H");
        Assertions.assertThat(engine.daysUntil("event_findingsReminderDue")).isEqualTo(7);
        Assertions.assertThat(engine.daysUntil("event_notResolvedInTime")).isEqualTo(14);
    }

    private void findSomething() {
        when(engine.checkPrerequisites.check(NUMBER))
                .thenReturn(() -> List.of(new Problem(ProblemCode.PROVIDER_RECORD_MISSING).finding()));
        engine.request();
        engine.run(RegistrationElements.CHECK_PREREQUISITES);
    }

    private void suspend() {
        engine.connectContact();
        engine.process.suspended(NUMBER);
        assertThat(engine.instance).isWaitingAt(RegistrationElements.REVIEW_SUSPENDED_REGISTRATION);
    }
}
