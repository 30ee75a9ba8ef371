package org.serviceexchange.provider.registration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.serviceexchange.provider.registration.engine.RegistrationEngine.NUMBER;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.platform.engine.LandedModels;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.registration.DeliveryFailed;

/** Registrations that began on the process of an earlier version finish on it, with the delegates and messages of today. */
class LandedRegistrationsTest {

    private static final String MODEL = "consumer-registration.bpmn";

    /** Where a case of every version may wait when the new one is installed. */
    private static final Set<String> WAITS = Set.of(
            RegistrationElements.CHECK_PREREQUISITES,
            RegistrationElements.RESOLVE_VALIDATION_FINDINGS,
            RegistrationElements.SEND_REGISTRATION_E_MAIL,
            RegistrationElements.AWAIT_CONSUMER_CONNECT,
            RegistrationElements.AWAIT_KEY_EXCHANGE,
            RegistrationElements.REVIEW_SUSPENDED_REGISTRATION,
            RegistrationElements.ACTIVATE_CONNECTION);

    private RegistrationEngine engine;

    static Stream<String> versions() {
        return LandedModels.folders().stream();
    }

    /** Later ones check again with the step of the first check, as the process of today does. */
    static Stream<String> versionsWithTheFormerName() {
        return versions().filter(List.of("landed/97a7562", "landed/58958a1")::contains);
    }

    static Stream<Arguments> everyWaitOfEveryVersion() {
        return versions()
                .flatMap(version ->
                        LandedModels.waits(version, MODEL).stream().sorted().map(wait -> Arguments.of(version, wait)));
    }

    @AfterEach
    void stop() {
        if (engine != null) {
            engine.deleteAll();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void knowsEveryPlaceWhereACaseMayWait(String version) {
        assertThat(LandedModels.waits(version, MODEL)).containsAll(WAITS);
    }

    @ParameterizedTest
    @MethodSource("everyWaitOfEveryVersion")
    void finishesFromWhereverItWaits(String version, String wait) {
        reach(version, wait);
        finish();
        assertThat(engine.instance).isEnded().hasPassed("event_closedComplete");
        verify(engine.activateConnection, times(1)).activate(NUMBER);
    }

    @ParameterizedTest
    @MethodSource("everyWaitOfEveryVersion")
    void isCancelledWhereverItWaits(String version, String wait) {
        reach(version, wait);
        engine.process.cancel(NUMBER);
        verify(engine.closeRegistration).cancel(NUMBER);
        assertThat(engine.instance).isEnded().hasPassed("event_closedIncompleteCancelled");
    }

    @ParameterizedTest
    @MethodSource("everyWaitOfEveryVersion")
    void endsWhenItIsDeclinedWhereverItWaits(String version, String wait) {
        reach(version, wait);
        org.assertj.core.api.Assertions.assertThat(engine.process.decline(NUMBER))
                .isTrue();
        assertThat(engine.instance).isEnded();
    }

    @ParameterizedTest
    @MethodSource("versionsWithTheFormerName")
    void checksAgainByItsTimerUnderTheFormerNameOfTheDelegate(String version) {
        reach(version, RegistrationElements.RESOLVE_VALIDATION_FINDINGS);
        engine.run("event_reCheckDue");
        assertThat(engine.instance).isWaitingAt(RegistrationElements.RESOLVE_VALIDATION_FINDINGS);
        when(engine.checkPrerequisites.check(NUMBER)).thenReturn(() -> List.of());
        engine.run("event_reCheckDue");
        assertThat(engine.instance)
                .isNotWaitingAt(RegistrationElements.RESOLVE_VALIDATION_FINDINGS)
                .hasPassed("serviceTask_checkPrerequisitesAgain", "event_allChecksPass");
        verify(engine.createRegistrationTask, times(1)).create(NUMBER);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void passesOverMessagesThatItDoesNotKnow(String version) {
        reach(version, RegistrationElements.AWAIT_KEY_EXCHANGE);
        engine.process.consentDenied(NUMBER);
        assertThat(engine.instance).isWaitingAt(RegistrationElements.AWAIT_KEY_EXCHANGE);
        engine.process.consentGiven(NUMBER, TestRegistrations.CONTACT);
        assertThat(engine.instance).isWaitingAt(RegistrationElements.AWAIT_KEY_EXCHANGE);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void letsTheContactInAfterSomebodyElse(String version) {
        reach(version, RegistrationElements.AWAIT_CONSUMER_CONNECT);
        engine.process.consumerConnecting(NUMBER, "mallory");
        verify(engine.recordMismatch).record(NUMBER, "mallory");
        finish();
        assertThat(engine.instance).isEnded().hasPassed("event_closedComplete");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void sendsANewLinkByAWorkNoteWhenTheMailCannotBeDelivered(String version) {
        reach(version, RegistrationElements.AWAIT_KEY_EXCHANGE);
        engine.process.resend(NUMBER, "paula");
        verify(engine.renewRegistrationLink).renew(NUMBER);
        Problem full = new Problem(ProblemCode.MAIL_NOT_TAKEN, "mail.example.com", "mailbox full");
        doThrow(new DeliveryFailed(full)).when(engine.sendRegistrationEMail).send(NUMBER);
        engine.run(RegistrationElements.SEND_REGISTRATION_E_MAIL);
        verify(engine.writeWorkNote).deliveryFailed(NUMBER, full.finding());
        finish();
        assertThat(engine.instance).isEnded().hasPassed("event_closedComplete");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void closesWhenItsLinkExpires(String version) {
        reach(version, RegistrationElements.AWAIT_KEY_EXCHANGE);
        engine.run("event_linkExpired");
        verify(engine.closeRegistration).expire(NUMBER);
        assertThat(engine.instance).isEnded().hasPassed("event_closedIncompleteExpired");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void closesAsFailedWhenThePersonSaysSo(String version) {
        reach(version, RegistrationElements.REVIEW_SUSPENDED_REGISTRATION);
        verify(engine.reportSuspension).report(NUMBER);
        engine.completeTask(Map.of("continueWithNewLink", false));
        verify(engine.closeRegistration).closeFailed(NUMBER);
        assertThat(engine.instance).isEnded().hasPassed("event_closedIncompleteFailed");
    }

    @Test
    void thereAreLandedVersions() {
        assertThat(LandedModels.folders())
                .contains("landed/97a7562", "landed/58958a1", "landed/d6459f9", "landed/0c9698c", "landed/e2d936c");
    }

    private void reach(String version, String wait) {
        engine = new RegistrationEngine(version);
        when(engine.mail.on()).thenReturn(true);
        when(engine.checkPrerequisites.check(NUMBER))
                .thenReturn(() -> List.of(new Problem(ProblemCode.PROVIDER_RECORD_MISSING).finding()));
        engine.request();
        while (!engine.waitsAt(wait)) {
            if (engine.waitsAt(RegistrationElements.AWAIT_KEY_EXCHANGE)
                    && wait.equals(RegistrationElements.REVIEW_SUSPENDED_REGISTRATION)) {
                engine.process.suspended(NUMBER);
            } else if (engine.waitsAt(RegistrationElements.AWAIT_CONSUMER_CONNECT)
                    && wait.equals(RegistrationElements.REMIND_CONTACT)) {
                engine.run("event_reminderDue");
                return;
            } else {
                goOn();
            }
        }
    }

    private void finish() {
        while (engine.runs()) {
            goOn();
        }
    }

    /** What happens next, told by today's application. */
    private void goOn() {
        switch (engine.waiting()) {
            case RegistrationElements.RESOLVE_VALIDATION_FINDINGS -> {
                when(engine.checkPrerequisites.check(NUMBER)).thenReturn(() -> List.of());
                assertThat(engine.process.checkAgain(NUMBER, "paula")).isTrue();
            }
            case RegistrationElements.AWAIT_CONSUMER_CONNECT ->
                engine.process.consumerConnecting(NUMBER, TestRegistrations.CONTACT);
            case RegistrationElements.AWAIT_CONSENT -> engine.process.consentGiven(NUMBER, TestRegistrations.CONTACT);
            case RegistrationElements.AWAIT_KEY_EXCHANGE -> {
                engine.process.consentGiven(NUMBER, TestRegistrations.CONTACT);
                engine.process.keysConfirmed(NUMBER);
            }
            case RegistrationElements.REVIEW_SUSPENDED_REGISTRATION -> engine.process.resend(NUMBER, "paula");
            default -> engine.run(engine.waiting());
        }
    }
}
