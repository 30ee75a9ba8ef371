package org.serviceexchange.provider.registration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.serviceexchange.provider.registration.engine.RegistrationEngine.NUMBER;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.platform.engine.ChangedModel;
import org.serviceexchange.provider.TestRegistrations;

/** Messages that come while a changed process does not wait for them yet. */
class EarlyMessagesTest {

    private static final String LOOK = "userTask_lookFirst";

    private RegistrationEngine engine;

    static Stream<RegistrationEngine> onBothDatabases() {
        Supplier<ChangedModel> changed = () -> withTaskOn("flow_awaitConsent_to_awaitKeyExchange");
        return Stream.of("h2", "postgres")
                .map(name -> new RegistrationEngine(
                        "early-" + name,
                        changed,
                        BothDatabases.named("early_messages").get(name.equals("h2") ? 0 : 1)));
    }

    private static ChangedModel withTaskOn(String flow) {
        return ChangedModel.of("consumer-registration.bpmn")
                .insert(flow, UserTask.class, LOOK, "Look first", task -> {});
    }

    @AfterEach
    void stop() {
        engine.deleteAll();
    }

    @ParameterizedTest
    @MethodSource("onBothDatabases")
    void areDeliveredOnceTheProcessWaits(RegistrationEngine started) {
        engine = started;
        consentBeforeTheTask();
        engine.process.keysConfirmed(NUMBER);
        engine.process.keysConfirmed(NUMBER);
        assertThat(kept()).hasSize(1);
        engine.completeTask(Map.of());
        assertThat(engine.waiting()).isEqualTo(RegistrationElements.AWAIT_KEY_EXCHANGE);
        assertThat(kept())
                .singleElement()
                .satisfies(job ->
                        assertThat(job.getDuedate()).as("made due at once").isNull());
        deliver();
        assertThat(engine.waiting()).isEqualTo(RegistrationElements.ACTIVATE_CONNECTION);
        assertThat(kept()).isEmpty();
    }

    @Test
    void areTriedAgainAfterGrowingPauses() {
        engine = onBothDatabases().findFirst().orElseThrow();
        consentBeforeTheTask();
        engine.process.keysConfirmed(NUMBER);
        long first = pause();
        deliver();
        assertThat(pause()).isGreaterThan(first);
        for (int i = 0; i < 20; i++) {
            deliver();
        }
        assertThat(pause()).isBetween(500_000L, 600_000L);
        assertThat(engine.waiting()).isEqualTo(LOOK);
    }

    @Test
    void ofAnEarlierLinkCountNoMore() {
        engine = onBothDatabases().findFirst().orElseThrow();
        consentBeforeTheTask();
        engine.process.keysConfirmed(NUMBER);
        assertThat(engine.process.resend(NUMBER, "paula")).isTrue();
        assertThat(kept()).isEmpty();
        verify(engine.renewRegistrationLink).renew(NUMBER);
    }

    @Test
    void goWithTheCase() {
        engine = onBothDatabases().findFirst().orElseThrow();
        consentBeforeTheTask();
        engine.process.keysConfirmed(NUMBER);
        assertThat(engine.process.cancel(NUMBER)).isTrue();
        assertThat(engine.runs()).isFalse();
        assertThat(engine.engine.getManagementService().createJobQuery().count())
                .isZero();
    }

    @Test
    void waitUntilTheLinkIsSentWithWhoCame() {
        engine = new RegistrationEngine();
        when(engine.mail.on()).thenReturn(true);
        engine.request();
        engine.run(RegistrationElements.CHECK_PREREQUISITES);
        engine.process.contactConnecting(NUMBER, TestRegistrations.CONTACT);
        engine.run(RegistrationElements.SEND_REGISTRATION_E_MAIL);
        deliver();
        verify(engine.matchContact).match(NUMBER, TestRegistrations.CONTACT);
        assertThat(engine.waiting()).isEqualTo(RegistrationElements.AWAIT_CONSENT);
    }

    @Test
    void ofAConsentAreKeptWhileSomebodyLooks() {
        engine = new RegistrationEngine("early-consent", () -> withTaskOn("flow_isItTheContact_to_awaitConsent"));
        engine.openLink(false);
        engine.process.consumerConnecting(NUMBER, TestRegistrations.CONTACT);
        engine.process.consentGiven(NUMBER, TestRegistrations.CONTACT);
        assertThat(engine.waiting()).isEqualTo(LOOK);
        engine.completeTask(Map.of());
        deliver();
        assertThat(engine.waiting()).isEqualTo(RegistrationElements.AWAIT_KEY_EXCHANGE);
    }

    @Test
    void ofASuspensionFindTheCaseWhereverItStands() {
        engine = new RegistrationEngine();
        when(engine.mail.on()).thenReturn(true);
        engine.request();
        engine.run(RegistrationElements.CHECK_PREREQUISITES);
        engine.process.suspended(NUMBER);
        engine.run(RegistrationElements.SEND_REGISTRATION_E_MAIL);
        deliver();
        assertThat(engine.waiting()).isEqualTo(RegistrationElements.REVIEW_SUSPENDED_REGISTRATION);
    }

    @Test
    void areNotKeptForWhatSomebodyAsksFor() {
        engine = new RegistrationEngine();
        engine.request();
        assertThat(engine.process.resend(NUMBER, "paula")).isFalse();
        engine.process.consumerConnecting(NUMBER, "somebody-else");
        assertThat(kept()).isEmpty();
    }

    private void consentBeforeTheTask() {
        engine.askForConsent();
        engine.process.consentGiven(NUMBER, TestRegistrations.CONTACT);
        assertThat(engine.waiting()).isEqualTo(LOOK);
    }

    private List<Job> kept() {
        return engine
                .engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(engine.instance.getId())
                .list()
                .stream()
                .filter(job -> job.getJobDefinitionId() == null)
                .toList();
    }

    private void deliver() {
        engine.engine.getManagementService().executeJob(kept().get(0).getId());
    }

    private long pause() {
        Job job = kept().get(0);
        return Duration.between(
                        job.getCreateTime().toInstant(), job.getDuedate().toInstant())
                .toMillis();
    }
}
