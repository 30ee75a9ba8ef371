package org.serviceexchange.consumer.connection.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.serviceexchange.consumer.TestConnections.NUMBER;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.RegistrationLink;
import org.serviceexchange.platform.engine.ChangedModel;
import org.serviceexchange.platform.engine.ReadableData;
import org.serviceexchange.platform.problem.FindingText;
import org.serviceexchange.platform.problem.NotYetDue;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.outbound.PeerProblem;

/** Every path through {@code processes/provider-connection.bpmn}. */
class ProviderConnectionProcessTest {

    private static final String COMPANY_SENTENCE =
            "The company does not exist or is deactivated. Choose an active company, or create it under"
                    + " Companies first.";

    private ConnectionEngine engine;

    @BeforeEach
    void start() {
        engine = new ConnectionEngine();
    }

    @AfterEach
    void stop() {
        engine.deleteAll();
    }

    @Test
    void leadsFromTheLinkToOnboarded() {
        ProcessInstance instance = engine.withKeys();
        engine.run(ConnectionElements.ACTIVATE_CONNECTION);
        assertThat(instance).isWaitingAt(ConnectionElements.AWAIT_PROBE_OF_THE_PROVIDER);
        probe();
        assertThat(instance)
                .isEnded()
                .hasPassedInOrder(
                        "event_linkOpened",
                        "serviceTask_checkPrerequisites",
                        "userTask_connectToProvider",
                        "serviceTask_claimRegistration",
                        "userTask_authenticateAtProvider",
                        "serviceTask_exchangeKeys",
                        "serviceTask_activateConnection",
                        "receiveTask_awaitProbeOfTheProvider",
                        "event_onboarded");
        isIn(ConnectionState.ONBOARDED);
    }

    @Test
    void isOnboardedAtOnceWhenTheProviderWasFirst() {
        ProcessInstance instance = engine.withKeys();
        probe();
        engine.run(ConnectionElements.ACTIVATE_CONNECTION);
        assertThat(instance)
                .isEnded()
                .hasPassed("event_onboarded")
                .hasNotPassed(ConnectionElements.AWAIT_PROBE_OF_THE_PROVIDER);
        isIn(ConnectionState.ONBOARDED);
    }

    @Test
    void showsFindingsAndGoesOnWhenTheTaskIsCompletedAndAllChecksPass() {
        engine.world.unhealthy();
        ProcessInstance instance = engine.open();
        engine.run(ConnectionElements.CHECK_PREREQUISITES);
        assertThat(instance)
                .isWaitingAt(ConnectionElements.RESOLVE_VALIDATION_FINDINGS)
                .variables()
                .containsEntry(
                        "findings",
                        "SX-2104: The key management of this instance is not operational: Clock (malfunction). Open Key Management,"
                                + " Health (Diagnostics) and repair what is not green.");
        Assertions.assertThat(FindingText.read((String) engine.variable("findingsData")))
                .isEqualTo(engine.world.connection().snapshot().findings())
                .hasSize(1);
        engine.process.checkAgain(NUMBER);
        engine.run(ConnectionElements.CHECK_PREREQUISITES);
        assertThat(instance).isWaitingAt(ConnectionElements.RESOLVE_VALIDATION_FINDINGS);
        engine.world.healthy();
        engine.process.checkAgain(NUMBER);
        engine.run(ConnectionElements.CHECK_PREREQUISITES);
        assertThat(instance).isWaitingAt(ConnectionElements.CONNECT_TO_PROVIDER);
    }

    @Test
    void goesOnByItselfWhenARepeatedCheckPasses() {
        engine.world.unhealthy();
        ProcessInstance instance = engine.open();
        engine.run(ConnectionElements.CHECK_PREREQUISITES);
        engine.run(ConnectionElements.RE_CHECK_DUE);
        engine.run(ConnectionElements.CHECK_PREREQUISITES);
        assertThat(instance)
                .isWaitingAt(ConnectionElements.RESOLVE_VALIDATION_FINDINGS)
                .hasPassed("event_reChecked");
        engine.world.healthy();
        engine.run(ConnectionElements.RE_CHECK_DUE);
        engine.run(ConnectionElements.CHECK_PREREQUISITES);
        assertThat(instance)
                .isWaitingAt(ConnectionElements.CONNECT_TO_PROVIDER)
                .isNotWaitingAt(ConnectionElements.RESOLVE_VALIDATION_FINDINGS)
                .hasPassed("event_allChecksPass");
        isIn(ConnectionState.VALIDATED);
    }

    @Test
    void keepsTheTaskOpenWhenTheCompanyCannotBeUsed() {
        ProcessInstance instance = engine.validated();
        assertThatThrownBy(() -> engine.process.connectToProvider(NUMBER, "CMP0001002", "ada"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refusal -> Assertions.assertThat(refusal.code()).isEqualTo(ProblemCode.COMPANY_NOT_USABLE))
                .hasMessage(COMPANY_SENTENCE);
        assertThat(instance).isWaitingAt(ConnectionElements.CONNECT_TO_PROVIDER);
        isIn(ConnectionState.VALIDATED);
    }

    @Test
    void closesWhenTheClaimIsRefused() {
        ProcessInstance instance = engine.validated();
        refuseClaim("SX-2202", "The registration link has expired.");
        engine.process.connectToProvider(NUMBER, "CMP0001001", "ada");
        engine.run(ConnectionElements.CLAIM_REGISTRATION);
        assertThat(instance).isEnded().hasPassed("event_refused", "event_closedIncompleteRefused");
        isClosed("refused. The registration link has expired. Ask the provider to send a new link. Code SX-2202.");
        Assertions.assertThat(engine.variable("closingReason"))
                .isEqualTo(ReadableData.of(engine.world.connection().snapshot().reason()));
    }

    @Test
    void repeatsAClaimThatFails() {
        ProcessInstance instance = engine.validated();
        when(engine.world.provider.claim(any(), anyString(), any()))
                .thenThrow(new Problem(ProblemCode.PEER_UNREACHABLE, "provider.example.com"))
                .thenReturn(TestConnections.provider());
        engine.process.connectToProvider(NUMBER, "CMP0001001", "ada");
        assertThatThrownBy(() -> engine.run(ConnectionElements.CLAIM_REGISTRATION))
                .isInstanceOf(Problem.class);
        Assertions.assertThat(engine.diagram
                        .trouble(NUMBER)
                        .map(failure -> failure.sentence().inDefault()))
                .contains(
                        "The instance at provider.example.com does not answer. The step is repeated by itself; check the"
                                + " address and the network if it stays so.");
        Assertions.assertThat(engine.diagram.trouble(NUMBER))
                .contains(new Problem(ProblemCode.PEER_UNREACHABLE, "provider.example.com").finding());
        Assertions.assertThat(engine.job(ConnectionElements.CLAIM_REGISTRATION).getRetries())
                .isEqualTo(6);
        engine.process.retry(NUMBER);
        Assertions.assertThat(engine.job(ConnectionElements.CLAIM_REGISTRATION).getRetries())
                .isEqualTo(7);
        engine.run(ConnectionElements.CLAIM_REGISTRATION);
        assertThat(instance).isWaitingAt(ConnectionElements.AUTHENTICATE_AT_PROVIDER);
    }

    @Test
    void claimsAgainWhenANewerLinkIsOpened() {
        ProcessInstance instance = engine.claimed();
        engine.world.openConnection.open(newerLink(), "ada");
        assertThat(instance).isWaitingAt(ConnectionElements.CLAIM_REGISTRATION).hasPassed("event_newerLinkOpened");
        engine.run(ConnectionElements.CLAIM_REGISTRATION);
        assertThat(instance).isWaitingAt(ConnectionElements.AUTHENTICATE_AT_PROVIDER);
        verify(engine.world.provider).claim(any(), eq("T".repeat(43)), any());
    }

    @Test
    void claimsOnceWithANewerLinkThatIsOpenedBeforeTheClaim() {
        engine.validated();
        engine.world.openConnection.open(newerLink(), "ada");
        engine.process.connectToProvider(NUMBER, "CMP0001001", "ada");
        engine.run(ConnectionElements.CLAIM_REGISTRATION);
        verify(engine.world.provider, times(1)).claim(any(), eq("T".repeat(43)), any());
    }

    @Test
    void asksThePersonAgainWhenTheAuthorizationHasExpired() {
        ProcessInstance instance = engine.claimed();
        engine.authenticate();
        when(engine.world.provider.exchangeKeys(any(), any(), anyString()))
                .thenThrow(new PeerProblem(401, "SX-2302", List.of(), false, "Not accepted.", null));
        engine.run(ConnectionElements.EXCHANGE_KEYS);
        assertThat(instance)
                .isWaitingAt(ConnectionElements.AUTHENTICATE_AT_PROVIDER)
                .hasPassed("event_authorizationExpired");
        isIn(ConnectionState.AWAITING_AUTHENTICATION);
    }

    @Test
    void tellsWhetherAStepWasThereToBeDone() {
        engine.validated();
        Assertions.assertThat(engine.process.checkAgain(NUMBER)).isFalse();
        Assertions.assertThat(engine.process.retry(NUMBER)).isFalse();
        Assertions.assertThat(engine.process.connectToProvider(NUMBER, "CMP0001001", "ada"))
                .isTrue();
        Assertions.assertThat(engine.process.connectToProvider(NUMBER, "CMP0001001", "ben"))
                .isFalse();
    }

    @Test
    void keepsTheTaskOpenWhenItIsCompletedWithoutAnAuthorization() {
        ProcessInstance instance = engine.claimed();
        assertThatThrownBy(() -> engine.complete(ConnectionElements.AUTHENTICATE_AT_PROVIDER))
                .isInstanceOf(Problem.class)
                .hasMessage("The provider connection " + NUMBER + " is not ready for this step; its state is Awaiting"
                        + " Authentication. Open the connection; its page says what comes next.");
        assertThat(instance).isWaitingAt(ConnectionElements.AUTHENTICATE_AT_PROVIDER);
        isIn(ConnectionState.AWAITING_AUTHENTICATION);
    }

    @Test
    void startsWithALinkOnly() {
        var identities = engine.engine.getIdentityService();
        identities.setAuthenticatedUserId("clerk");
        assertThatThrownBy(() -> engine.engine
                        .getRuntimeService()
                        .startProcessInstanceByKey(ConnectionElements.PROCESS, "PCN9999999"))
                .isInstanceOf(Problem.class)
                .hasMessage("The registration link is not complete. Copy the whole link from the e-mail, or ask the"
                        + " provider for a new one.");
        identities.clearAuthentication();
        Assertions.assertThat(engine.instance()).isNull();
    }

    @Test
    void waitsForWhoOpenedTheLinkUntilItExpires() {
        engine.validated();
        Task task = engine.task(ConnectionElements.CONNECT_TO_PROVIDER);
        Assertions.assertThat(task.getAssignee()).isEqualTo("ada");
        Assertions.assertThat(task.getDueDate()).isEqualTo(Date.from(Instant.parse("2026-03-15T10:00:00Z")));
        Assertions.assertThat(task.getFollowUpDate()).isNotNull();
    }

    @Test
    void putsBrokenPrerequisitesFirst() {
        engine.world.unhealthy();
        engine.open();
        engine.run(ConnectionElements.CHECK_PREREQUISITES);
        Task task = engine.task(ConnectionElements.RESOLVE_VALIDATION_FINDINGS);
        Assertions.assertThat(task.getAssignee()).isEqualTo("ada");
        Assertions.assertThat(task.getPriority()).isEqualTo(70);
    }

    @Test
    void expiresWhileFindingsAreNotResolved() {
        engine.world.unhealthy();
        ProcessInstance instance = engine.open();
        engine.run(ConnectionElements.CHECK_PREREQUISITES);
        engine.expire(ConnectionElements.NOT_RESOLVED_IN_TIME);
        assertThat(instance).isEnded().hasPassed("event_notResolvedInTime", "event_closedIncompleteExpired");
        isClosed("expired. Nobody finished the connection in time.");
    }

    @Test
    void waitsLongerWithFindingsWhenANewerLinkIsOpened() {
        engine.world.unhealthy();
        engine.open();
        engine.run(ConnectionElements.CHECK_PREREQUISITES);
        engine.process.expiresAt(NUMBER, TestConnections.EXPIRY);
        Date expiry = Date.from(TestConnections.EXPIRY);
        Assertions.assertThat(
                        engine.job(ConnectionElements.NOT_RESOLVED_IN_TIME).getDuedate())
                .isEqualTo(expiry);
        Assertions.assertThat(engine.task(ConnectionElements.RESOLVE_VALIDATION_FINDINGS)
                        .getDueDate())
                .isEqualTo(expiry);
    }

    @Test
    void closesWhenTheExchangeIsRefused() {
        ProcessInstance instance = engine.claimed();
        engine.authenticate();
        when(engine.world.provider.exchangeKeys(any(), any(), anyString()))
                .thenThrow(new PeerProblem(403, "SX-3006", List.of(), false, "The key exchange is suspended.", null));
        engine.run(ConnectionElements.EXCHANGE_KEYS);
        assertThat(instance).isEnded().hasPassed("event_closedIncompleteRefused");
        isClosed(
                "refused. The key exchange is suspended after repeated failures. Ask the provider's admin to review the"
                        + " registration. Code SX-3006.");
    }

    @Test
    void asksAgainWhileSomebodyAtTheProviderHasYetToApprove() {
        ProcessInstance instance = engine.claimed();
        Instant longer = engine.world.clock.instant().plus(Duration.ofDays(10));
        engine.world.authenticateAtProvider.authenticated(NUMBER, "ada", "token-1", longer);
        PeerProblem notYet = new PeerProblem(503, "SX-9030", List.of(), true, "Not yet.", null);
        doThrow(notYet).when(engine.world.provider).exchangeKeys(any(), any(), anyString());
        for (int hours = 1; hours < 10; hours++) {
            engine.world.clock.set(Duration.ofHours(hours));
            assertThatThrownBy(() -> engine.run(ConnectionElements.EXCHANGE_KEYS))
                    .isSameAs(notYet);
        }
        assertThat(instance).isWaitingAt(ConnectionElements.EXCHANGE_KEYS);
        isIn(ConnectionState.EXCHANGING_KEYS);
        Assertions.assertThat(engine.diagram.trouble(NUMBER))
                .contains(new Problem(ProblemCode.APPROVAL_AWAITED).finding());
        Assertions.assertThat(engine.job(ConnectionElements.EXCHANGE_KEYS).getRetries())
                .as("no incident, however long it takes")
                .isPositive();
    }

    @Test
    void repeatsAProbeThatFails() {
        ProcessInstance instance = engine.withKeys();
        doThrow(new PeerProblem(503, "SX-3008", List.of(), true, "Not ready.", null))
                .doReturn(List.of())
                .when(engine.world.provider)
                .probe(any(), any(), any());
        assertThatThrownBy(() -> engine.run(ConnectionElements.ACTIVATE_CONNECTION))
                .isInstanceOf(PeerProblem.class);
        engine.run(ConnectionElements.ACTIVATE_CONNECTION);
        assertThat(instance).isWaitingAt(ConnectionElements.AWAIT_PROBE_OF_THE_PROVIDER);
    }

    @Test
    void keepsWhatTheProviderNamesInAJobAsData() {
        failAtTheClaim(new PeerProblem(400, "SX-3007", List.of("12:00:00Z", "13:00:00Z"), false, "Clocks.", null));
        Assertions.assertThat(engine.diagram.trouble(NUMBER))
                .contains(new Problem(ProblemCode.CLOCKS_DIFFER, "12:00:00Z", "13:00:00Z").finding());
    }

    @Test
    void quotesAProviderThatNamesNothing() {
        failAtTheClaim(new PeerProblem(400, "SX-3007", List.of(), false, "Clocks.", null));
        Assertions.assertThat(engine.diagram.trouble(NUMBER))
                .contains(new Problem(ProblemCode.PEER_REFUSED, "Clocks.", "SX-3007").finding());
    }

    @Test
    void keepsNothingOfAnExceptionThatIsNoProblem() {
        failAtTheClaim(new IllegalStateException("jdbc:secret", new NullPointerException("inner")));
        Problem unexpected = new Problem(ProblemCode.UNEXPECTED, "2026-03-01T10:00:00Z");
        Assertions.assertThat(engine.diagram.trouble(NUMBER)).contains(unexpected.finding());
        Assertions.assertThat(engine.keptOf(ConnectionElements.CLAIM_REGISTRATION))
                .hasSizeGreaterThan(2)
                .allSatisfy(kept -> Assertions.assertThat(kept)
                        .contains("SX-9000: " + unexpected.getMessage() + "\n[\"SX-9000\",\"2026-03-01T10:00:00Z\"]")
                        .doesNotContain("jdbc:secret", "IllegalState", "NullPointer", "inner", "\tat "));
    }

    @Test
    void givesTheIncidentTheDataOfItsJob() {
        Problem away = new Problem(ProblemCode.PEER_UNREACHABLE, "provider.example.com");
        failAtTheClaim(away);
        engine.failForGood(ConnectionElements.CLAIM_REGISTRATION);
        Assertions.assertThat(
                        engine.engine.getRuntimeService().createIncidentQuery().singleResult())
                .satisfies(incident -> Assertions.assertThat(ReadableData.finding(incident.getIncidentMessage()))
                        .isEqualTo(away.finding()));
    }

    @Test
    void quotesTheTextThatAnEarlierReleaseKeptOfAFailure() {
        Problem away = new Problem(ProblemCode.PEER_UNREACHABLE, "provider.example.com");
        failAtTheClaim(away);
        engine.keepOfJobs(away.getMessage());
        Assertions.assertThat(engine.diagram.trouble(NUMBER))
                .contains(new Problem(ProblemCode.FAILED_EARLIER, away.getMessage()).finding());
    }

    @Test
    void saysNothingWhenSomebodyElseWasFaster() {
        failAtTheClaim(new OptimisticLockingException("changed meanwhile"));
        Assertions.assertThat(engine.diagram.trouble(NUMBER)).isEmpty();
        Assertions.assertThat(engine.job(ConnectionElements.CLAIM_REGISTRATION).getRetries())
                .isEqualTo(7);
    }

    @Test
    void expiresWithTheLink() {
        ProcessInstance instance = engine.validated();
        engine.expire(ConnectionElements.LINK_EXPIRED);
        assertThat(instance).isEnded().hasPassed("event_linkExpired", "event_closedIncompleteExpired");
        isClosed("expired. Nobody finished the connection in time.");
    }

    @Test
    void waitsOnWhenItsTimerFiresBeforeTheTimeOfTheRecord() {
        ProcessInstance instance = engine.validated();
        Instant due = Instant.parse("2026-03-15T10:00:00Z");
        engine.engine
                .getManagementService()
                .setJobDuedate(engine.job(ConnectionElements.LINK_EXPIRED).getId(), Date.from(due.minusSeconds(3420)));
        int retries = engine.job(ConnectionElements.LINK_EXPIRED).getRetries();
        assertThatThrownBy(() -> engine.run(ConnectionElements.LINK_EXPIRED)).isInstanceOf(NotYetDue.class);
        Job timer = engine.job(ConnectionElements.LINK_EXPIRED);
        Assertions.assertThat(timer.getDuedate()).isEqualTo(Date.from(due.plusMillis(1)));
        Assertions.assertThat(timer.getRetries()).isEqualTo(retries);
        assertThat(instance).isWaitingAt(ConnectionElements.CONNECT_TO_PROVIDER);
        Assertions.assertThat(engine.diagram.trouble(NUMBER)).isEmpty();
    }

    @Test
    void expiresWhenTheProviderNeverProbes() {
        ProcessInstance instance = engine.withKeys();
        engine.run(ConnectionElements.ACTIVATE_CONNECTION);
        assertThat(instance).isWaitingAt(ConnectionElements.AWAIT_PROBE_OF_THE_PROVIDER);
        engine.expire(ConnectionElements.LINK_EXPIRED);
        assertThat(instance).isEnded().hasPassed("event_linkExpired", "event_closedIncompleteExpired");
        isClosed("expired. Nobody finished the connection in time.");
        Assertions.assertThat(engine.world.moduleKeys).isEmpty();
    }

    @Test
    void expiresWhenTheProviderNeverAnswers() {
        ProcessInstance instance = engine.withKeys();
        engine.failForGood(ConnectionElements.ACTIVATE_CONNECTION);
        engine.expire(ConnectionElements.LINK_EXPIRED);
        assertThat(instance).isEnded().hasPassed("event_closedIncompleteExpired");
    }

    @Test
    void doesNotExpireOnceItIsActiveForTheProvider() {
        ProcessInstance instance = engine.withKeys();
        probe();
        assertThatThrownBy(() -> engine.expire(ConnectionElements.LINK_EXPIRED))
                .isInstanceOf(Problem.class)
                .hasMessage("The provider connection " + NUMBER + " is not ready for this step; its state is"
                        + " Activating. Open the connection; its page says what comes next.");
        assertThat(instance).isWaitingAt(ConnectionElements.ACTIVATE_CONNECTION);
        engine.run(ConnectionElements.ACTIVATE_CONNECTION);
        assertThat(instance).isEnded().hasPassed("event_onboarded");
    }

    @Test
    void leavesTheTaskWithItsOwnerWhenTheChecksAreRepeated() {
        engine.world.unhealthy();
        engine.open();
        engine.run(ConnectionElements.CHECK_PREREQUISITES);
        Task before = engine.task(ConnectionElements.RESOLVE_VALIDATION_FINDINGS);
        engine.engine.getTaskService().setAssignee(before.getId(), "ben");
        engine.run(ConnectionElements.RE_CHECK_DUE);
        engine.run(ConnectionElements.CHECK_PREREQUISITES);
        Task after = engine.task(ConnectionElements.RESOLVE_VALIDATION_FINDINGS);
        Assertions.assertThat(after.getId()).isEqualTo(before.getId());
        Assertions.assertThat(after.getAssignee()).isEqualTo("ben");
        Assertions.assertThat(after.getDueDate()).isEqualTo(before.getDueDate());
    }

    @Test
    void waitsAsLongAsTheProviderDoes() {
        engine.claimed();
        Assertions.assertThat(engine.job(ConnectionElements.LINK_EXPIRED).getDuedate())
                .isEqualTo(Date.from(TestConnections.EXPIRY));
    }

    @Test
    void waitsFromTheOpeningOfTheLinkUntilTheProviderSaysMore() {
        engine.validated();
        Assertions.assertThat(engine.job(ConnectionElements.LINK_EXPIRED).getDuedate())
                .isEqualTo(Date.from(Instant.parse("2026-03-15T10:00:00Z")));
    }

    @Test
    void isCancelledWhileItWaits() {
        ProcessInstance instance = engine.claimed();
        engine.world.requestCancellation.request(NUMBER, "ada");
        assertThat(instance).isEnded().hasPassed("event_cancellationRequested", "event_closedIncompleteCancelled");
        isClosed("cancelled.");
    }

    @Test
    void isCancelledWhileAStepFails() {
        ProcessInstance instance = engine.withKeys();
        engine.world.requestCancellation.request(NUMBER, "ada");
        assertThat(instance).isEnded().hasPassed("event_closedIncompleteCancelled");
        Assertions.assertThat(engine.world.moduleKeys).isEmpty();
    }

    @Test
    void knowsWhereItIs() {
        engine.validated();
        Assertions.assertThat(engine.diagram.position(NUMBER, Locale.ENGLISH).active())
                .contains(ConnectionElements.CONNECT_TO_PROVIDER)
                .doesNotContain(ConnectionElements.CHECK_PREREQUISITES);
        Assertions.assertThat(engine.diagram.position(NUMBER, Locale.ENGLISH).passed())
                .contains("event_linkOpened", ConnectionElements.CHECK_PREREQUISITES);
        engine.process.connectToProvider(NUMBER, "CMP0001001", "ada");
        Assertions.assertThat(engine.diagram.position(NUMBER, Locale.ENGLISH).active())
                .contains(ConnectionElements.CLAIM_REGISTRATION)
                .doesNotContain(ConnectionElements.CONNECT_TO_PROVIDER);
        Assertions.assertThat(engine.diagram.source(NUMBER, Locale.ENGLISH)).contains("Authenticate at provider");
    }

    @Test
    void knowsWhatFailedForGood() {
        engine.validated();
        engine.process.connectToProvider(NUMBER, "CMP0001001", "ada");
        engine.failForGood(ConnectionElements.CLAIM_REGISTRATION);
        Assertions.assertThat(engine.diagram.position(NUMBER, Locale.ENGLISH).stuck())
                .containsExactly(ConnectionElements.CLAIM_REGISTRATION);
        Assertions.assertThat(engine.diagram.position(NUMBER, Locale.ENGLISH).active())
                .doesNotContain(ConnectionElements.CLAIM_REGISTRATION);
    }

    @Test
    void showsTheWholeWayWhenItHasEnded() {
        ProcessInstance instance = engine.validated();
        engine.world.requestCancellation.request(NUMBER, "ada");
        assertThat(instance).isEnded();
        Assertions.assertThat(engine.diagram.position(NUMBER, Locale.ENGLISH).active())
                .isEmpty();
        Assertions.assertThat(engine.diagram.position(NUMBER, Locale.ENGLISH).passed())
                .contains("event_closedIncompleteCancelled")
                .doesNotContain(ConnectionElements.CONNECT_TO_PROVIDER);
    }

    @Test
    void knowsNoPlaceOfAProcessThatIsNoLongerKept() {
        Assertions.assertThat(engine.diagram.source("PCN9999999", Locale.ENGLISH))
                .isEmpty();
        Assertions.assertThat(
                        engine.diagram.position("PCN9999999", Locale.ENGLISH).passed())
                .isEmpty();
    }

    @Test
    void keepsSecretsOutOfItsVariables() {
        engine.withKeys();
        engine.run(ConnectionElements.ACTIVATE_CONNECTION);
        Assertions.assertThat(engine.engine
                        .getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .list())
                .isNotEmpty()
                .allSatisfy(variable -> Assertions.assertThat(String.valueOf(variable.getValue()))
                        .doesNotContain(TestConnections.SECRET, "token-1"));
    }

    @Test
    void hearsOfAProbeThatCameWhileSomebodyLooked() {
        engine.deleteAll();
        engine = new ConnectionEngine(
                "early-probe",
                () -> ChangedModel.of("provider-connection.bpmn")
                        .insert(
                                "flow_probedByTheProvider_to_awaitProbeOfTheProvider",
                                UserTask.class,
                                "userTask_lookFirst",
                                "Look first",
                                task -> {}));
        engine.withKeys();
        engine.run(ConnectionElements.ACTIVATE_CONNECTION);
        assertThat(engine.instance()).isWaitingAt("userTask_lookFirst");
        probe();
        engine.engine
                .getTaskService()
                .complete(engine.engine
                        .getTaskService()
                        .createTaskQuery()
                        .singleResult()
                        .getId());
        Assertions.assertThat(engine.engine
                        .getManagementService()
                        .createJobQuery()
                        .messages()
                        .list())
                .singleElement()
                .satisfies(job -> engine.engine.getManagementService().executeJob(job.getId()));
        isIn(ConnectionState.ONBOARDED);
        Assertions.assertThat(engine.instance()).isNull();
    }

    private void probe() {
        doReturn(List.of()).when(engine.world.provider).probe(any(), any(), any());
        engine.world.probed(TestConnections.KEY_ID, new byte[] {1});
    }

    private void failAtTheClaim(RuntimeException failure) {
        engine.validated();
        when(engine.world.provider.claim(any(), anyString(), any())).thenThrow(failure);
        engine.process.connectToProvider(NUMBER, "CMP0001001", "ada");
        assertThatThrownBy(() -> engine.run(ConnectionElements.CLAIM_REGISTRATION))
                .isSameAs(failure);
    }

    private void refuseClaim(String code, String detail) {
        when(engine.world.provider.claim(any(), anyString(), any()))
                .thenThrow(new PeerProblem(403, code, List.of(), false, detail, null));
    }

    private static RegistrationLink newerLink() {
        return new RegistrationLink(
                URI.create(TestConnections.BASE), TestConnections.REGISTRATION, "T".repeat(43), TestConnections.PIN);
    }

    private void isIn(ConnectionState state) {
        Assertions.assertThat(engine.world.connection().state()).isEqualTo(state);
    }

    private void isClosed(String reason) {
        isIn(ConnectionState.CLOSED_INCOMPLETE);
        Assertions.assertThat(engine.world.connection().snapshot().reason().inDefault())
                .isEqualTo(reason);
    }
}
