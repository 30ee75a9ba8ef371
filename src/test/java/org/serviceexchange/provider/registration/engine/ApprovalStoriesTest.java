package org.serviceexchange.provider.registration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.serviceexchange.provider.TestRegistrations.CONTACT;
import static org.serviceexchange.provider.TestRegistrations.NUMBER;
import static org.serviceexchange.provider.registration.engine.RegistrationEngine.CLOCK;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;
import org.serviceexchange.approval.Approval;
import org.serviceexchange.approval.Approval.Given;
import org.serviceexchange.approval.ApprovalKeeper;
import org.serviceexchange.approval.Approvals;
import org.serviceexchange.approval.engine.ApprovalDesk;
import org.serviceexchange.approval.engine.ApprovalTasks;
import org.serviceexchange.center.PendingOn;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.engine.ChangedModel;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.MemoryRegistrations;
import org.serviceexchange.provider.TestProviderSettings;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.approval.RegistrationApprovals;
import org.serviceexchange.provider.closing.CloseRegistration;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.Decision;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.serviceexchange.provider.registration.RegistrationState;

/** Approvals that an analyst adds to the process with the element template, and everything that could get past them. */
class ApprovalStoriesTest {

    private static final String LEGAL = "userTask_approveRegistration";
    private static final String SECOND = "userTask_approveKeyExchange";
    private static final String BEFORE_THE_LINK = "flow_validatePrerequisites_to_createRegistrationTask";
    private static final String BEFORE_THE_EXCHANGE = "flow_awaitConsent_to_awaitKeyExchange";

    private static final List<Consumer<Registration>> ANOTHER = List.of(
            registration -> registration.contactChanged("globex", CONTACT),
            registration -> registration.contactChanged("acme", "mia"),
            registration -> registration.correctAddress("https://other.example.com"));

    private final MemoryRegistrations registrations = new MemoryRegistrations();
    private final Journal journal = mock();
    private Registration requested = TestRegistrations.requested();
    private RegistrationEngine engine;
    private ApprovalDesk desk;

    /** The record and its use cases are the real ones. */
    private void start(String name, ChangedModel changed) {
        engine = new RegistrationEngine(name, () -> changed);
        var close = new CloseRegistration(
                registrations, mock(), mock(), journal, TestProviderSettings.valid(), mock(), CLOCK);
        var approvals =
                new RegistrationApprovals(registrations, engine.process, close, service -> Optional.of("peter"));
        RegistrationEngine.KEEPERS.addBean("keeper", new ApprovalKeeper(List.of(approvals), journal, CLOCK));
        var tasks = new ApprovalTasks(RegistrationEngine.KEEPERS.getBeanProvider(ApprovalKeeper.class));
        desk = new ApprovalDesk(engine.engine.getTaskService(), engine.engine.getIdentityService(), tasks);
        when(engine.receiveRegistrationRequest.receive(any())).thenAnswer(call -> {
            registrations.add(requested);
            return requested.request();
        });
        when(engine.checkPrerequisites.check(NUMBER)).thenReturn(() -> {
            change(registration -> registration.checked(List.of()));
            return List.of();
        });
        when(engine.createRegistrationTask.create(NUMBER)).thenAnswer(call -> {
            change(registration -> registration.open(TestRegistrations.link("hash")));
            return RegistrationEngine.EXPIRY;
        });
        when(engine.renewRegistrationLink.renew(NUMBER)).thenAnswer(call -> {
            change(registration -> registration.renewLink(TestRegistrations.link("next")));
            return RegistrationEngine.EXPIRY;
        });
        when(engine.matchContact.match(NUMBER, CONTACT)).thenAnswer(call -> {
            change(registration -> registration.contactMatched(new Decision(CONTACT, CLOCK.instant())));
            return true;
        });
        when(engine.activateConnection.activate(NUMBER)).thenReturn(() -> {
            change(Registration::activate);
            return true;
        });
        doAnswer(call -> {
                    close.cancel(NUMBER);
                    return null;
                })
                .when(engine.closeRegistration)
                .cancel(NUMBER);
        member("lena", "legal");
        member("paula", "sn_sb.admin");
        member("peter", "sn_sb.admin");
    }

    private static ChangedModel legalBeforeTheLink() {
        return approval(
                ChangedModel.of("consumer-registration.bpmn"), BEFORE_THE_LINK, LEGAL, "link", "legal", "false");
    }

    private static ChangedModel fourEyes() {
        return approval(
                ChangedModel.of("consumer-registration.bpmn"),
                BEFORE_THE_EXCHANGE,
                SECOND,
                "keyExchange",
                "sn_sb.admin",
                "true");
    }

    private static ChangedModel approval(
            ChangedModel model, String flow, String id, String before, String groups, String second) {
        return model.insert(flow, UserTask.class, id, "Approve: " + before, task -> {
            task.setCamundaCandidateGroups(groups);
            task.setCamundaFormKey("embedded:deployment:forms/approval.html");
            ChangedModel.property(task, "approvalBefore", before);
            ChangedModel.property(task, "approvalQuestion", "Is everything in order?");
            ChangedModel.property(task, "approvalBySecondPerson", second);
        });
    }

    @AfterEach
    void stop() {
        engine.deleteAll();
    }

    @Test
    void legalApprovesBeforeTheLink() {
        start("approval-link", legalBeforeTheLink());
        askLegal();
        assertThat(registration().snapshot().pendingOn()).isEqualTo(PendingOn.US);
        assertThat(registration().link()).isEmpty();
        verifyNote(Journal.SYSTEM, "“Approve: link” is asked for: the registration waits for it.");
        desk.decide(NUMBER, LEGAL, true, "lena", "The contract is signed.");
        assertThat(registration().isOpen()).isTrue();
        assertThat(registration().snapshot().pendingOn()).isNotEqualTo(PendingOn.SYSTEM);
        assertThat(approval(LEGAL).given()).isEqualTo(new Given("lena", CLOCK.instant(), "The contract is signed."));
        verify(journal)
                .workNote(
                        NUMBER,
                        "lena",
                        LocalizedMessage.of(
                                "provider.note.approvedBecause", "Approve: link", "The contract is signed."));
        assertThat(engine.engine
                        .getManagementService()
                        .createJobQuery()
                        .messages()
                        .count())
                .as("the end by time is over")
                .isZero();
    }

    @Test
    void legalRefuses() {
        start("approval-link", legalBeforeTheLink());
        askLegal();
        desk.decide(NUMBER, LEGAL, false, "lena", "Not with them.");
        assertThat(engine.runs()).isFalse();
        isClosedAsNotApproved();
        verify(journal)
                .workNote(
                        NUMBER,
                        "lena",
                        LocalizedMessage.of("provider.note.approvalRefusedBecause", "Approve: link", "Not with them."));
        verifyNote(Journal.SYSTEM, "“Approve: link” was refused, so the registration is closed.");
    }

    @Test
    void legalDoesNotAnswerInTime() {
        start("approval-link", legalBeforeTheLink());
        askLegal();
        var jobs = engine.engine.getManagementService();
        var end = jobs.createJobQuery().messages().singleResult();
        assertThat(end.getDuedate()).isInTheFuture();
        jobs.executeJob(end.getId());
        assertThat(engine.runs()).isFalse();
        isClosedAsNotApproved();
        verifyNote(Journal.SYSTEM, "Nobody answered “Approve: link” in time, so the registration is closed.");
    }

    @Test
    void onlyWhoIsAskedApproves() {
        start("approval-link", legalBeforeTheLink());
        askLegal();
        refuses(ProblemCode.APPROVER_REFUSED, () -> desk.decide(NUMBER, LEGAL, true, "peter", ""));
        refuses(ProblemCode.APPROVER_REFUSED, () -> desk.decide(NUMBER, LEGAL, false, "peter", ""));
        refuses(ProblemCode.APPROVER_REFUSED, () -> engine.completeTask(Map.of("approved", true)));
        inTasklist(
                "peter",
                "sn_sb.admin",
                () -> refuses(ProblemCode.APPROVER_REFUSED, () -> engine.completeTask(Map.of())));
        inTasklist("lena", "legal", () -> engine.completeTask(Map.of()));
        assertThat(approval(LEGAL).given()).isEqualTo(new Given("lena", CLOCK.instant(), ""));
    }

    @Test
    void whoeverSkipsTheStepGetsNoLink() {
        start("approval-link", legalBeforeTheLink());
        askLegal();
        RuntimeService runtime = engine.engine.getRuntimeService();
        runtime.setVariables(engine.instance.getId(), Map.of("approved", true, LEGAL, "yes"));
        refuses(
                ProblemCode.APPROVAL_MISSING,
                () -> runtime.createProcessInstanceModification(engine.instance.getId())
                        .cancelAllForActivity(LEGAL)
                        .startBeforeActivity(RegistrationElements.CREATE_REGISTRATION_TASK)
                        .execute());
        assertThat(registration().link()).isEmpty();
        assertThat(engine.waiting()).isEqualTo(LEGAL);
    }

    @Guarantee(
            of = Approvals.class,
            says =
                    "An approval is required as soon as the model of the case or a task of it says so, and stays required whatever"
                            + " becomes of the model.")
    @Test
    void aModelWithoutTheStepGivesNoLinkToARunningCase() {
        start("approval-link", legalBeforeTheLink());
        engine.request();
        RepositoryService repository = engine.engine.getRepositoryService();
        ProcessDefinition shipped = repository
                .createDeployment()
                .addClasspathResource("processes/consumer-registration.bpmn")
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .get(0);
        RuntimeService runtime = engine.engine.getRuntimeService();
        runtime.newMigration(runtime.createMigrationPlan(engine.instance.getProcessDefinitionId(), shipped.getId())
                        .mapEqualActivities()
                        .build())
                .processInstanceIds(engine.instance.getId())
                .execute();
        refuses(ProblemCode.APPROVAL_MISSING, () -> engine.run(RegistrationElements.CHECK_PREREQUISITES));
        assertThat(registration().state()).isNotEqualTo(RegistrationState.OPEN);
        engine.deleteAll();
        repository.deleteDeployment(shipped.getDeploymentId(), true);
    }

    @Test
    void fourEyesOnTheKeyExchange() {
        start("approval-four-eyes", fourEyes());
        consent();
        refuses(ProblemCode.APPROVAL_MISSING, () -> change(open -> open.keysAgreed("CCN0001001", "key")));
        refuses(ProblemCode.SECOND_PERSON_NEEDED, () -> desk.decide(NUMBER, SECOND, true, "paula", ""));
        inTasklist(
                "paula",
                "sn_sb.admin",
                () -> refuses(ProblemCode.SECOND_PERSON_NEEDED, () -> engine.completeTask(Map.of())));
        desk.decide(NUMBER, SECOND, true, "peter", "");
        assertThat(engine.waiting()).isEqualTo(RegistrationElements.AWAIT_KEY_EXCHANGE);
        change(open -> open.keysAgreed("CCN0001001", "key"));
        assertThat(registration().connection()).isPresent();
    }

    @Test
    void aRefusedKeyExchangeIsNoConnection() {
        start("approval-four-eyes", fourEyes());
        consent();
        desk.decide(NUMBER, SECOND, false, "peter", "");
        assertThat(engine.runs()).isFalse();
        isClosedAsNotApproved();
        assertThat(registration().connection()).isEmpty();
    }

    @Test
    void anotherConsumerIsApprovedAnew() {
        start("approval-four-eyes", fourEyes());
        consent();
        desk.decide(NUMBER, SECOND, true, "peter", "");
        change(open -> open.renewLink(TestRegistrations.link("next")));
        assertThat(approval(SECOND).given()).isNull();
        claimAndConsent();
        refuses(ProblemCode.APPROVAL_MISSING, () -> change(open -> open.keysAgreed("CCN0001001", "key")));
    }

    @Guarantee(
            of = Approvals.class,
            says =
                    "One that takes a second person is never given by who requested the case, or by who gave another one.")
    @Test
    void twoApprovalsTakeTwoPeople() {
        start(
                "approval-two",
                approval(
                        approval(
                                ChangedModel.of("consumer-registration.bpmn"),
                                BEFORE_THE_LINK,
                                LEGAL,
                                "link",
                                "sn_sb.admin",
                                "true"),
                        BEFORE_THE_EXCHANGE,
                        SECOND,
                        "activation",
                        "sn_sb.admin",
                        "true"));
        askLegal();
        desk.decide(NUMBER, LEGAL, true, "peter", "");
        claimAndConsent();
        engine.process.consumerConnecting(NUMBER, CONTACT);
        engine.process.consentGiven(NUMBER, CONTACT);
        refuses(ProblemCode.SECOND_PERSON_NEEDED, () -> desk.decide(NUMBER, SECOND, true, "peter", ""));
        change(open -> {
            open.keysAgreed("CCN0001001", "key");
            open.probeReceived("key", CLOCK.instant());
            open.probeSent("key", CLOCK.instant());
        });
        refuses(ProblemCode.APPROVAL_MISSING, () -> change(Registration::activate));
        member("petra", "sn_sb.admin");
        desk.decide(NUMBER, SECOND, true, "petra", "");
        change(Registration::activate);
        assertThat(registration().state()).isEqualTo(RegistrationState.CLOSED_COMPLETE);
    }

    @Test
    void whoStandsBehindTheProgramThatRequestedItIsNoSecondPerson() {
        RegistrationRequest request = requested.request();
        requested = Registration.requested(new RegistrationRequest(
                NUMBER,
                request.companyId(),
                request.contactId(),
                request.consumerUrl(),
                "service:crm",
                CLOCK.instant()));
        start("approval-four-eyes", fourEyes());
        consent();
        refuses(ProblemCode.SECOND_PERSON_NEEDED, () -> desk.decide(NUMBER, SECOND, true, "peter", ""));
        desk.decide(NUMBER, SECOND, true, "paula", "");
        assertThat(approval(SECOND).given()).isNotNull();
    }

    @Test
    void noOtherTaskIsCompletedAsAnApproval() {
        start("approval-four-eyes", fourEyes());
        when(engine.checkPrerequisites.check(NUMBER))
                .thenReturn(() -> List.of(new Problem(ProblemCode.PROVIDER_RECORD_MISSING).finding()));
        engine.request();
        engine.run(RegistrationElements.CHECK_PREREQUISITES);
        String task = RegistrationElements.RESOLVE_VALIDATION_FINDINGS;
        assertThat(engine.waiting()).isEqualTo(task);
        refuses(ProblemCode.APPROVAL_NOT_ASKED, () -> desk.decide(NUMBER, task, true, "paula", ""));
        assertThat(engine.waiting()).isEqualTo(task);
    }

    @Test
    void theLinkForAnotherCompanyOrAddressIsApprovedAnew() {
        start("approval-link", legalBeforeTheLink());
        askLegal();
        desk.decide(NUMBER, LEGAL, true, "lena", "");
        assertThat(engine.process.resend(NUMBER, "paula")).isTrue();
        change(open -> open.correctAddress(TestRegistrations.URL));
        assertThat(engine.process.resend(NUMBER, "paula"))
                .as("with the same address")
                .isTrue();
        for (Consumer<Registration> other : ANOTHER) {
            Registration before = registrations.get(NUMBER);
            change(other);
            assertThat(approval(LEGAL).given()).isNull();
            refuses(ProblemCode.APPROVAL_MISSING, () -> engine.process.resend(NUMBER, "paula"));
            registrations.save(before);
        }
    }

    @Test
    void beforeTheLinkNothingChangesThatAProcessWouldNotAskAgainFor() {
        start("approval-link", legalBeforeTheLink());
        askLegal();
        ANOTHER.forEach(other -> refuses(ProblemCode.APPROVAL_MISSING, () -> change(other)));
        change(checked -> checked.approvals(known -> known.given(LEGAL, new Given("lena", CLOCK.instant(), ""), "")));
        change(checked -> checked.checked(List.of(new Problem(ProblemCode.PROVIDER_RECORD_MISSING).finding())));
        ANOTHER.forEach(other -> refuses(ProblemCode.APPROVAL_MISSING, () -> change(other)));
    }

    @Test
    void aPlaceThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> start(
                        "approval-nowhere",
                        approval(
                                ChangedModel.of("consumer-registration.bpmn"),
                                BEFORE_THE_LINK,
                                LEGAL,
                                "later",
                                "legal",
                                "false")))
                .hasMessageContaining("userTask_approveRegistration approvalBefore=\"later\"");
        engine = new RegistrationEngine();
    }

    private void askLegal() {
        engine.request();
        engine.run(RegistrationElements.CHECK_PREREQUISITES);
        assertThat(engine.waiting()).isEqualTo(LEGAL);
    }

    /** Up to the approval before the key exchange. */
    private void consent() {
        engine.request();
        engine.run(RegistrationElements.CHECK_PREREQUISITES);
        claimAndConsent();
        engine.process.consumerConnecting(NUMBER, CONTACT);
        engine.process.consentGiven(NUMBER, CONTACT);
        assertThat(engine.waiting()).isEqualTo(SECOND);
    }

    private void claimAndConsent() {
        change(open -> {
            open.claimed(TestRegistrations.claim("thumbprint"), TestRegistrations.URL, CLOCK.instant());
            open.contactMatched(new Decision(CONTACT, CLOCK.instant()));
            open.consented(new Decision(CONTACT, CLOCK.instant()));
        });
    }

    private void isClosedAsNotApproved() {
        assertThat(registration().snapshot().closingReason()).isEqualTo(ClosingReason.NOT_APPROVED);
        assertThat(registration().snapshot().pendingOn()).isEqualTo(PendingOn.NOBODY);
    }

    private Registration registration() {
        return registrations.get(NUMBER);
    }

    private Approval approval(String id) {
        return registration().snapshot().progress().approvals().find(id).orElseThrow();
    }

    private void change(Consumer<Registration> change) {
        Registration registration = registrations.lock(NUMBER);
        change.accept(registration);
        registrations.save(registration);
    }

    private void inTasklist(String user, String group, Runnable act) {
        engine.engine.getIdentityService().setAuthentication(user, List.of(group));
        try {
            act.run();
        } finally {
            engine.engine.getIdentityService().clearAuthentication();
        }
    }

    private void member(String user, String group) {
        var identities = engine.engine.getIdentityService();
        if (identities.createUserQuery().userId(user).count() == 0) {
            identities.saveUser(identities.newUser(user));
            if (identities.createGroupQuery().groupId(group).count() == 0) {
                identities.saveGroup(identities.newGroup(group));
            }
            identities.createMembership(user, group);
        }
    }

    private void verifyNote(Author author, String text) {
        verify(journal)
                .workNote(
                        eq(NUMBER),
                        eq(author),
                        argThat((LocalizedMessage note) -> note.inDefault().equals(text)));
    }

    private static void refuses(ProblemCode code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
