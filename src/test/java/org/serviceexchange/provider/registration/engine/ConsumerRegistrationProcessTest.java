package org.serviceexchange.provider.registration.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.serviceexchange.provider.registration.engine.RegistrationEngine.NUMBER;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.FindingText;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.closing.RequestRegistrationCancellation;
import org.serviceexchange.provider.invitation.RequestNewLink;
import org.serviceexchange.provider.registration.DeliveryFailed;
import org.serviceexchange.provider.registration.RegistrationOrder;

/** Every path through {@code processes/consumer-registration.bpmn}. */
class ConsumerRegistrationProcessTest {

    private static final String VALIDATION = "subProcess_validatePrerequisites";

    private static final List<Finding> FINDINGS = List.of(new Problem(ProblemCode.PROVIDER_RECORD_MISSING).finding());

    private final Problem full = new Problem(ProblemCode.MAIL_NOT_TAKEN, "mail.example.com", "mailbox full");

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
    void leadsFromTheRequestToAnActiveConnection() {
        engine.connectContact();
        engine.process.keysConfirmed(NUMBER);
        engine.run(RegistrationElements.ACTIVATE_CONNECTION);
        assertThat(engine.instance)
                .isEnded()
                .hasPassedInOrder(
                        "event_registrationRequested",
                        "serviceTask_receiveRegistrationRequest",
                        "serviceTask_checkPrerequisites",
                        "serviceTask_createRegistrationTask",
                        "serviceTask_sendRegistrationEMail",
                        "event_registrationOpen",
                        "receiveTask_awaitConsumerConnect",
                        "serviceTask_matchContact",
                        "receiveTask_awaitConsent",
                        "receiveTask_awaitKeyExchange",
                        "event_keysConfirmed",
                        "serviceTask_activateConnection",
                        "event_closedComplete")
                .hasPassed("subProcess_connectConsumer") // ends at the same time as its last event
                .hasNotPassed("serviceTask_writeWorkNote");
        verify(engine.activateConnection).activate(NUMBER);
    }

    @Test
    void startsFromAPageAsFromTheForm() {
        var order = new RegistrationOrder("acme", "carla", "https://consumer.example.com/", "paula");
        org.assertj.core.api.Assertions.assertThat(engine.process.start(order)).isEqualTo(NUMBER);
        verify(engine.receiveRegistrationRequest).receive(order);
    }

    @Test
    void handsOverWhatTheFormAskedFor() {
        engine.request();
        verify(engine.receiveRegistrationRequest)
                .receive(new RegistrationOrder("acme", "carla", "https://consumer.example.com/", "paula"));
        assertThat(engine.instance)
                .hasBusinessKey(NUMBER)
                .isWaitingAt(RegistrationElements.CHECK_PREREQUISITES)
                .variables()
                .containsEntry("registrationNumber", NUMBER)
                .containsEntry("companyName", "ACME")
                .containsEntry("consumerUrl", "https://consumer.example.com")
                .containsEntry("recheckCycle", "R/PT1M");
    }

    @Test
    void takesWhoIsLoggedInForTheAdminWhateverTheRequestSays() {
        engine.request(Map.of("requestedBy", "somebody-else"));
        verify(engine.receiveRegistrationRequest)
                .receive(new RegistrationOrder("acme", "carla", "https://consumer.example.com/", "paula"));
    }

    @Test
    void startsNothingWhenTheRequestIsRefused() {
        when(engine.receiveRegistrationRequest.receive(any())).thenThrow(new Problem(ProblemCode.COMPANY_NOT_USABLE));
        assertThatThrownBy(() -> engine.request()).isInstanceOf(Problem.class);
        org.assertj.core.api.Assertions.assertThat(engine.running()).isZero();
    }

    @Test
    void checksAgainWhenTheTaskIsCompleted() {
        findSomething();
        assertThat(engine.instance).isWaitingAtExactly(VALIDATION, RegistrationElements.RESOLVE_VALIDATION_FINDINGS);
        when(engine.checkPrerequisites.check(NUMBER)).thenReturn(() -> List.of());
        engine.completeTask(Map.of());
        engine.run(RegistrationElements.CHECK_PREREQUISITES);
        assertThat(engine.instance).isWaitingAt(RegistrationElements.AWAIT_CONSUMER_CONNECT);
    }

    @Test
    void staysAtTheTaskWhileARepeatedCheckFindsSomething() {
        findSomething();
        when(engine.checkPrerequisites.check(NUMBER))
                .thenReturn(() -> List.of(new Problem(ProblemCode.BASE_URL_NOT_SET).finding()));
        engine.run("event_reCheckDue");
        engine.run(RegistrationElements.CHECK_PREREQUISITES);
        assertThat(engine.instance)
                .isWaitingAtExactly(VALIDATION, RegistrationElements.RESOLVE_VALIDATION_FINDINGS)
                .hasPassed("event_reChecked")
                .variables()
                .containsEntry(
                        "findings",
                        "SX-2105: The base URL of this instance is not set. Set service-exchange.instance.base-url and restart.");
        org.assertj.core.api.Assertions.assertThat(FindingText.read((String) engine.variable("findingsData")))
                .containsExactly(new Problem(ProblemCode.BASE_URL_NOT_SET).finding());
        verify(engine.createRegistrationTask, never()).create(NUMBER);
    }

    @Test
    void givesFindingsToWhoRequestedTheRegistration() {
        findSomething();
        Task task = engine.task();
        org.assertj.core.api.Assertions.assertThat(task.getAssignee()).isEqualTo("paula");
        org.assertj.core.api.Assertions.assertThat(task.getPriority()).isEqualTo(70);
        org.assertj.core.api.Assertions.assertThat(task.getFollowUpDate()).isBefore(task.getDueDate());
    }

    @Test
    void givesASuspensionToWhoRequestedTheRegistrationBeforeAnythingElse() {
        suspend();
        org.assertj.core.api.Assertions.assertThat(engine.task().getAssignee()).isEqualTo("paula");
        org.assertj.core.api.Assertions.assertThat(engine.task().getPriority()).isEqualTo(80);
    }

    @Test
    void movesOnByItselfWhenARepeatedCheckPasses() {
        findSomething();
        when(engine.checkPrerequisites.check(NUMBER)).thenReturn(() -> List.of());
        engine.run("event_reCheckDue");
        engine.run(RegistrationElements.CHECK_PREREQUISITES);
        assertThat(engine.instance)
                .isWaitingAtExactly("subProcess_connectConsumer", RegistrationElements.AWAIT_CONSUMER_CONNECT)
                .hasPassed("event_allChecksPass");
        verify(engine.createRegistrationTask, times(1)).create(NUMBER);
    }

    @Test
    void writesAWorkNoteWhenMailIsOff() {
        engine.openLink(false);
        verify(engine.writeWorkNote).mailIsOff(NUMBER);
        verify(engine.sendRegistrationEMail, never()).send(NUMBER);
    }

    @Test
    void writesAWorkNoteWhenTheMailCannotBeDelivered() {
        doThrow(new DeliveryFailed(full)).when(engine.sendRegistrationEMail).send(NUMBER);
        engine.openLink(true);
        verify(engine.writeWorkNote).deliveryFailed(NUMBER, full.finding());
        assertThat(engine.instance)
                .hasPassed("event_deliveryFailed")
                .variables()
                .doesNotContainKey("deliveryProblem");
    }

    @Test
    void staysAtTheMailWhenItFailsForAnotherReason() {
        doThrow(new IllegalStateException("fault"))
                .when(engine.sendRegistrationEMail)
                .send(NUMBER);
        assertThatThrownBy(() -> engine.openLink(true)).hasMessageContaining("fault");
        assertThat(engine.instance).isWaitingAt(RegistrationElements.SEND_REGISTRATION_E_MAIL);
    }

    @Test
    void believesTheLoginAndNoVariable() {
        engine.openLink(true);
        engine.engine
                .getRuntimeService()
                .setVariable(engine.instance.getId(), "connectingUser", TestRegistrations.CONTACT);
        engine.process.consumerConnecting(NUMBER, "mallory");
        verify(engine.matchContact).match(NUMBER, "mallory");
        verify(engine.recordMismatch).record(NUMBER, "mallory");
        verify(engine.matchContact, never()).match(NUMBER, TestRegistrations.CONTACT);
    }

    @Test
    void matchesNobodyWhenNobodyIsLoggedIn() {
        engine.openLink(true);
        var message = engine.engine
                .getRuntimeService()
                .createMessageCorrelation(RegistrationElements.CONSUMER_CONNECTING)
                .processInstanceBusinessKey(NUMBER)
                .setVariable("connectingUser", TestRegistrations.CONTACT);
        assertThatThrownBy(message::correlateAll).hasMessageContaining("Nobody is logged in while this step runs.");
        verify(engine.matchContact, never()).match(any(), any());
    }

    @Test
    void letsTheRightUserInAfterAWrongOne() {
        engine.openLink(true);
        engine.process.consumerConnecting(NUMBER, "mallory");
        assertThat(engine.instance).isWaitingAt(RegistrationElements.AWAIT_CONSUMER_CONNECT);
        verify(engine.recordMismatch).record(NUMBER, "mallory");
        engine.process.consumerConnecting(NUMBER, TestRegistrations.CONTACT);
        engine.process.consentGiven(NUMBER, TestRegistrations.CONTACT);
        assertThat(engine.instance).isWaitingAt(RegistrationElements.AWAIT_KEY_EXCHANGE);
    }

    @Test
    void matchesAgainWhenTheConsumerConnectsAgain() {
        engine.askForConsent();
        engine.process.consumerConnecting(NUMBER, "mallory");
        assertThat(engine.instance)
                .isWaitingAt(RegistrationElements.AWAIT_CONSUMER_CONNECT)
                .hasPassed("event_consumerConnectsAgain", "serviceTask_recordMismatch");
        engine.process.consumerConnecting(NUMBER, TestRegistrations.CONTACT);
        engine.process.consentGiven(NUMBER, TestRegistrations.CONTACT);
        assertThat(engine.instance).isWaitingAt(RegistrationElements.AWAIT_KEY_EXCHANGE);
    }

    @Test
    void passesOverMessagesThatComeTwiceOrTooEarly() {
        engine.openLink(true);
        engine.process.keysConfirmed(NUMBER);
        assertThat(engine.instance).isWaitingAt(RegistrationElements.AWAIT_CONSUMER_CONNECT);
        engine.process.consumerConnecting(NUMBER, TestRegistrations.CONTACT);
        engine.process.keysConfirmed(NUMBER);
        assertThat(engine.instance).isWaitingAt(RegistrationElements.AWAIT_CONSENT);
        engine.process.consentGiven(NUMBER, TestRegistrations.CONTACT);
        engine.process.consentGiven(NUMBER, TestRegistrations.CONTACT);
        engine.process.keysConfirmed(NUMBER);
        engine.process.keysConfirmed(NUMBER);
        engine.process.consumerConnecting(NUMBER, TestRegistrations.CONTACT);
        assertThat(engine.instance).isWaitingAt(RegistrationElements.ACTIVATE_CONNECTION);
    }

    @Test
    void waitsForTheContactAgainAfterADenial() {
        engine.askForConsent();
        engine.process.consentDenied(NUMBER);
        engine.process.consentDenied(NUMBER);
        assertThat(engine.instance)
                .isWaitingAt(RegistrationElements.AWAIT_CONSUMER_CONNECT)
                .hasPassed("event_consentDenied");
        engine.process.consumerConnecting(NUMBER, TestRegistrations.CONTACT);
        assertThat(engine.instance).isWaitingAt(RegistrationElements.AWAIT_CONSENT);
    }

    @Test
    void takesAConsentThatFollowsADenialOnAnotherPage() {
        engine.askForConsent();
        engine.process.consentDenied(NUMBER);
        engine.process.consentGiven(NUMBER, TestRegistrations.CONTACT);
        assertThat(engine.instance).isWaitingAt(RegistrationElements.AWAIT_KEY_EXCHANGE);
    }

    @Test
    void closesWhenTheConsumerNeverAnswersWhileTheLinkCanBeUsed() {
        engine.connectContact();
        engine.process.keysConfirmed(NUMBER);
        assertThat(engine.instance).isWaitingAt(RegistrationElements.ACTIVATE_CONNECTION);
        engine.run("event_linkExpired");
        verify(engine.closeRegistration).expire(NUMBER);
        assertThat(engine.instance).isEnded().hasPassed("event_closedIncompleteExpired");
    }

    @Test
    void sendsANewLinkWhenTheConsumerDoesNotAnswer() {
        engine.connectContact();
        engine.process.keysConfirmed(NUMBER);
        engine.process.resend(NUMBER, "paula");
        verify(engine.renewRegistrationLink).renew(NUMBER);
        assertThat(engine.instance).isWaitingAt(RegistrationElements.SEND_REGISTRATION_E_MAIL);
    }

    @Test
    void closesWhenTheLinkExpires() {
        engine.openLink(true);
        assertThat(engine.instance).variables().containsEntry("linkExpiresAt", "2099-03-15T10:00:00Z");
        engine.run("event_linkExpired");
        verify(engine.closeRegistration).expire(NUMBER);
        assertThat(engine.instance).isEnded().hasPassed("event_closedIncompleteExpired");
    }

    @Test
    void sendsANewLinkOnRequest() {
        engine.connectContact();
        engine.process.resend(NUMBER, "paula");
        verify(engine.renewRegistrationLink).renew(NUMBER);
        engine.run(RegistrationElements.SEND_REGISTRATION_E_MAIL);
        assertThat(engine.instance)
                .isWaitingAt(RegistrationElements.AWAIT_CONSUMER_CONNECT)
                .hasPassed("event_resendRequested");
        verify(engine.sendRegistrationEMail, times(2)).send(NUMBER);
    }

    @Test
    void refusesToResendWhatHasNoLinkYet() {
        engine.request();
        when(engine.registrations.lock(NUMBER)).thenReturn(TestRegistrations.requested());
        assertThatThrownBy(
                        () -> new RequestNewLink(engine.registrations, engine.process, mock()).request(NUMBER, "paula"))
                .hasMessage("The registration REG0001001 has no link that could be sent again; its state is"
                        + " Awaiting Validation. Wait until the prerequisites pass, or start a new registration.");
    }

    @Test
    void continuesWithANewLinkAfterSuspension() {
        suspend();
        engine.completeTask(Map.of("continueWithNewLink", true));
        verify(engine.renewRegistrationLink).renew(NUMBER);
        assertThat(engine.instance).isWaitingAt(RegistrationElements.SEND_REGISTRATION_E_MAIL);
    }

    @Test
    void checksAgainForWhoeverAsksOnThePage() {
        findSomething();
        isTrue(engine.process.checkAgain(NUMBER, "paula"));
        assertThat(engine.instance).isWaitingAt(RegistrationElements.CHECK_PREREQUISITES);
        isFalse(engine.process.checkAgain(NUMBER, "paula"));
    }

    @Test
    void closesAsFailedOnRequestOnce() {
        suspend();
        isTrue(engine.process.closeAsFailed(NUMBER, "paula"));
        verify(engine.closeRegistration).closeFailed(NUMBER);
        assertThat(engine.instance).isEnded().hasPassed("event_closedIncompleteFailed");
        isFalse(engine.process.closeAsFailed(NUMBER, "paula"));
    }

    @Test
    void repeatsAStepThatFailedWithItsReason() {
        engine.connectContact();
        engine.process.keysConfirmed(NUMBER);
        isFalse(engine.process.retry(NUMBER));
        doThrow(new Problem(ProblemCode.PEER_UNREACHABLE, "b.example.com"))
                .when(engine.activateConnection)
                .activate(NUMBER);
        assertThatThrownBy(() -> engine.run(RegistrationElements.ACTIVATE_CONNECTION))
                .hasMessageContaining("does not answer");
        org.assertj.core.api.Assertions.assertThat(engine.failedSteps
                        .reason(RegistrationElements.PROCESS, NUMBER)
                        .map(failure -> failure.sentence().inDefault()))
                .contains("The instance at b.example.com does not answer. The step is repeated by itself; check the"
                        + " address and the network if it stays so.");
        org.assertj.core.api.Assertions.assertThat(engine.failedSteps.reason(RegistrationElements.PROCESS, NUMBER))
                .contains(new Problem(ProblemCode.PEER_UNREACHABLE, "b.example.com").finding());
        isTrue(engine.process.retry(NUMBER));
    }

    @Test
    void saysOneCodeForAnExceptionThatIsNoProblem() {
        engine.connectContact();
        engine.process.keysConfirmed(NUMBER);
        doThrow(new IllegalStateException("fault"))
                .when(engine.activateConnection)
                .activate(NUMBER);
        assertThatThrownBy(() -> engine.run(RegistrationElements.ACTIVATE_CONNECTION))
                .hasMessage("fault");
        org.assertj.core.api.Assertions.assertThat(engine.failedSteps.reason(RegistrationElements.PROCESS, NUMBER))
                .contains(new Problem(ProblemCode.UNEXPECTED, "2026-03-01T10:00:00Z").finding());
    }

    @Test
    void quotesAFailedDeliveryThatAnEarlierReleaseNotedAsText() {
        doThrow(new BpmnError(RegistrationElements.DELIVERY_FAILED, full.getMessage()))
                .when(engine.sendRegistrationEMail)
                .send(NUMBER);
        engine.openLink(true);
        verify(engine.writeWorkNote)
                .deliveryFailed(NUMBER, new Problem(ProblemCode.FAILED_EARLIER, full.getMessage()).finding());
    }

    @Test
    void takesAResendAsTheDecisionToContinue() {
        suspend();
        engine.process.resend(NUMBER, "paula");
        verify(engine.renewRegistrationLink).renew(NUMBER);
        assertThat(engine.instance).isWaitingAt(RegistrationElements.SEND_REGISTRATION_E_MAIL);
    }

    @Test
    void closesAfterSuspensionWhenThePersonSaysSo() {
        suspend();
        engine.completeTask(Map.of("continueWithNewLink", false));
        verify(engine.closeRegistration).closeFailed(NUMBER);
        assertThat(engine.instance).isEnded().hasPassed("event_closedIncompleteFailed");
    }

    @Test
    void cancelsWhereverItStands() {
        findSomething();
        engine.process.cancel(NUMBER);
        verify(engine.closeRegistration).cancel(NUMBER);
        assertThat(engine.instance)
                .isEnded()
                .hasPassed("event_cancellationRequested", "event_closedIncompleteCancelled");
    }

    @Test
    void cancelsWhileTheContactConnects() {
        engine.connectContact();
        engine.process.cancel(NUMBER);
        assertThat(engine.instance).isEnded().hasPassed("event_closedIncompleteCancelled");
    }

    @Test
    void looksEveryDayWhetherAReminderIsDueUntilSomebodyComes() {
        engine.openLink(true);
        org.assertj.core.api.Assertions.assertThat(engine.daysUntil("event_reminderDue"))
                .isEqualTo(1);
        engine.run("event_reminderDue");
        engine.run(RegistrationElements.REMIND_CONTACT);
        engine.run("event_reminderDue");
        engine.run(RegistrationElements.REMIND_CONTACT);
        verify(engine.remindContact, times(2)).remind(NUMBER);
        assertThat(engine.instance).isWaitingAt(RegistrationElements.AWAIT_CONSUMER_CONNECT);
        engine.process.consumerConnecting(NUMBER, TestRegistrations.CONTACT);
        org.assertj.core.api.Assertions.assertThat(engine.job("event_reminderDue"))
                .isNull();
    }

    /** The connection is active whatever the mail server does. */
    @Test
    void doesNotWaitForAReminderThatIsUnderWay() {
        engine.openLink(true);
        engine.run("event_reminderDue");
        engine.process.consumerConnecting(NUMBER, TestRegistrations.CONTACT);
        engine.process.consentGiven(NUMBER, TestRegistrations.CONTACT);
        engine.process.keysConfirmed(NUMBER);
        engine.run(RegistrationElements.ACTIVATE_CONNECTION);
        assertThat(engine.instance).isEnded().hasPassed("event_closedComplete");
        verify(engine.remindContact, never()).remind(NUMBER);
    }

    @Test
    void endsWhenItIsDeclined() {
        engine.openLink(true);
        org.assertj.core.api.Assertions.assertThat(engine.process.decline(NUMBER))
                .isTrue();
        verify(engine.closeRegistration).decline(NUMBER, "");
        assertThat(engine.instance).isEnded().hasPassed("event_registrationDeclined", "event_closedIncompleteDeclined");
        org.assertj.core.api.Assertions.assertThat(engine.process.decline(NUMBER))
                .isFalse();
    }

    @Test
    void refusesToCancelTwice() {
        engine.openLink(false);
        engine.process.cancel(NUMBER);
        when(engine.registrations.lock(NUMBER)).thenReturn(TestRegistrations.cancelled());
        assertThatThrownBy(
                        () -> new RequestRegistrationCancellation(engine.registrations, engine.process, mock(), mock())
                                .request(NUMBER, "paula"))
                .hasMessage("The registration REG0001001 is closed (Closed Incomplete: cancelled)."
                        + " Start a new registration if the consumer still wants to connect.");
    }

    @Test
    void asksAConsumerThatDoesNotAnswerAgain() {
        doThrow(new Problem(ProblemCode.PEER_NOT_READY))
                .when(engine.activateConnection)
                .activate(NUMBER);
        engine.connectContact();
        engine.process.keysConfirmed(NUMBER);
        assertThatThrownBy(() -> engine.run(RegistrationElements.ACTIVATE_CONNECTION))
                .isInstanceOf(Exception.class);
        assertThat(engine.instance).isWaitingAt(RegistrationElements.ACTIVATE_CONNECTION);
    }

    private void findSomething() {
        when(engine.checkPrerequisites.check(NUMBER)).thenReturn(() -> FINDINGS);
        engine.request();
        engine.run(RegistrationElements.CHECK_PREREQUISITES);
    }

    private void suspend() {
        engine.connectContact();
        engine.process.suspended(NUMBER);
        engine.process.suspended(NUMBER);
        verify(engine.reportSuspension, times(1)).report(NUMBER);
        assertThat(engine.instance)
                .isWaitingAt(RegistrationElements.REVIEW_SUSPENDED_REGISTRATION)
                .hasPassed("event_keyExchangeSuspended");
    }

    private static void isTrue(boolean answer) {
        org.assertj.core.api.Assertions.assertThat(answer).isTrue();
    }

    private static void isFalse(boolean answer) {
        org.assertj.core.api.Assertions.assertThat(answer).isFalse();
    }
}
