package org.serviceexchange.consumer.connection.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.serviceexchange.consumer.TestConnections.NUMBER;

import java.util.Date;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.approval.Approval;
import org.serviceexchange.approval.Approval.Given;
import org.serviceexchange.center.PendingOn;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.RegistrationLink;
import org.serviceexchange.platform.engine.ChangedModel;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** Approvals that an analyst adds to the consumer's process with the element template, and everything that could get past them. */
class ConnectionApprovalStoriesTest {

    private static final String OFFICER = "userTask_approveProvider";
    private static final String BEFORE_THE_CLAIM = "flow_prerequisitesMet_to_connectToProvider";
    private static final String BEFORE_THE_EXCHANGE = "flow_claimRegistration_to_mergeAuthenticateAtProvider";
    private static final String BEFORE_THE_ACTIVATION = "flow_keysAgreed_to_activateConnection";

    private ConnectionEngine engine;

    private void start(String before, String flow, String second) {
        engine = new ConnectionEngine(
                "approval-" + before + "-" + second,
                () -> ChangedModel.of("provider-connection.bpmn")
                        .insert(flow, UserTask.class, OFFICER, "Approve: " + before, task -> {
                            task.setCamundaCandidateGroups("security");
                            task.setCamundaFormKey("embedded:deployment:forms/approval.html");
                            ChangedModel.property(task, "approvalBefore", before);
                            ChangedModel.property(task, "approvalBySecondPerson", second);
                        }));
        member("sara");
        member("ada");
    }

    @AfterEach
    void stop() {
        engine.deleteAll();
    }

    @Test
    void theSecurityOfficerApprovesBeforeAnythingGoesOut() {
        start("claim", BEFORE_THE_CLAIM, "false");
        ProcessInstance instance = asked();
        assertThat(engine.waiting(instance)).isEqualTo(OFFICER);
        assertThat(engine.world.connection().snapshot().pendingOn()).isEqualTo(PendingOn.US);
        assertThat(engine.world.journal)
                .contains("system: “Approve: claim” is asked for: the connection waits for it.");
        engine.desk.decide(NUMBER, OFFICER, true, "sara", "They are known.");
        assertThat(engine.waiting(instance)).isEqualTo(ConnectionElements.CONNECT_TO_PROVIDER);
        assertThat(approval().given())
                .isEqualTo(new Given("sara", ConnectionEngine.CLOCK.instant(), "They are known."));
        assertThat(engine.world.journal).contains("sara: Approved “Approve: claim”: They are known.");
        engine.process.connectToProvider(NUMBER, "CMP0001001", "ada");
        engine.run(ConnectionElements.CLAIM_REGISTRATION);
        assertThat(state()).isEqualTo(ConnectionState.AWAITING_AUTHENTICATION);
        assertThat(engine.engine
                        .getManagementService()
                        .createJobQuery()
                        .messages()
                        .count())
                .as("the end by time is over")
                .isZero();
    }

    @Test
    void aRefusalClosesTheConnection() {
        start("claim", BEFORE_THE_CLAIM, "false");
        asked();
        engine.desk.decide(NUMBER, OFFICER, false, "sara", "");
        isClosedFor("an approval of this instance was refused: “Approve: claim”.");
        assertThat(engine.world.journal).contains("sara: Refused “Approve: claim”.");
        verify(engine.world.provider, never()).claim(any(), anyString(), any());
    }

    @Test
    void anApprovalThatNobodyGivesClosesTheConnection() {
        start("claim", BEFORE_THE_CLAIM, "false");
        asked();
        var jobs = engine.engine.getManagementService();
        jobs.executeJob(jobs.createJobQuery().messages().singleResult().getId());
        isClosedFor("nobody at this instance answered “Approve: claim” in time.");
    }

    @Test
    void onlyWhoIsAskedApprovesAndNotWhoOpenedTheLinkWhereASecondPersonIsNeeded() {
        start("claim", BEFORE_THE_CLAIM, "true");
        asked();
        refuses(ProblemCode.APPROVER_REFUSED, () -> engine.desk.decide(NUMBER, OFFICER, true, "paul", ""));
        refuses(ProblemCode.SECOND_PERSON_NEEDED, () -> engine.desk.decide(NUMBER, OFFICER, true, "ada", ""));
        engine.desk.decide(NUMBER, OFFICER, true, "sara", "");
        assertThat(approval().given()).isNotNull();
    }

    @Test
    void whoeverSkipsTheStepClaimsNothing() {
        start("claim", BEFORE_THE_CLAIM, "false");
        ProcessInstance instance = asked();
        engine.engine
                .getRuntimeService()
                .createProcessInstanceModification(instance.getId())
                .cancelAllForActivity(OFFICER)
                .startBeforeActivity(ConnectionElements.CONNECT_TO_PROVIDER)
                .execute();
        engine.process.connectToProvider(NUMBER, "CMP0001001", "ada");
        refuses(ProblemCode.APPROVAL_MISSING, () -> engine.run(ConnectionElements.CLAIM_REGISTRATION));
        verify(engine.world.provider, never()).claim(any(), anyString(), any());
        refuses(ProblemCode.APPROVAL_MISSING, () -> engine.world.connection().claimed(TestConnections.provider()));
    }

    @Test
    void nobodyAuthenticatesBeforeTheKeyExchangeIsApproved() {
        start("keyExchange", BEFORE_THE_EXCHANGE, "false");
        ProcessInstance instance = claimed();
        assertThat(engine.waiting(instance)).isEqualTo(OFFICER);
        refuses(ProblemCode.APPROVAL_MISSING, () -> engine.world.authenticateAtProvider.provider(NUMBER));
        refuses(ProblemCode.APPROVAL_MISSING, engine::authenticate);
        engine.desk.decide(NUMBER, OFFICER, true, "sara", "");
        engine.authenticate();
        engine.run(ConnectionElements.EXCHANGE_KEYS);
        assertThat(state()).isEqualTo(ConnectionState.ACTIVATING);
    }

    /** The newer link is claimed after the approval of the first one, and what it leads to is approved anew. */
    @Test
    void aNewerLinkIsNotLostWhileSomebodyIsAsked() {
        start("keyExchange", BEFORE_THE_EXCHANGE, "false");
        ProcessInstance instance = claimed();
        RegistrationLink link = TestConnections.link();
        engine.world.openConnection.open(
                new RegistrationLink(link.provider(), link.registration(), "T".repeat(43), link.pin()), "ada");
        assertThat(state()).isEqualTo(ConnectionState.CLAIMING);
        engine.desk.decide(NUMBER, OFFICER, true, "sara", "");
        var jobs = engine.engine.getManagementService();
        jobs.executeJob(kept());
        engine.run(ConnectionElements.CLAIM_REGISTRATION);
        assertThat(state()).isEqualTo(ConnectionState.AWAITING_AUTHENTICATION);
        assertThat(engine.waiting(instance)).isEqualTo(OFFICER);
        assertThat(approval().given()).isNull();
        engine.desk.decide(NUMBER, OFFICER, true, "sara", "");
        engine.authenticate();
        assertThat(state()).isEqualTo(ConnectionState.EXCHANGING_KEYS);
    }

    @Test
    void aNewerLinkGivesNoMoreTimeForAnApproval() {
        start("claim", BEFORE_THE_CLAIM, "false");
        asked();
        Date due = engine.task(OFFICER).getDueDate();
        engine.process.expiresAt(NUMBER, TestConnections.EXPIRY);
        assertThat(engine.task(OFFICER).getDueDate()).isEqualTo(due);
    }

    @Test
    void nothingIsActiveBeforeItIsApproved() {
        start("activation", BEFORE_THE_ACTIVATION, "false");
        claimed();
        engine.authenticate();
        engine.run(ConnectionElements.EXCHANGE_KEYS);
        engine.world.probed(TestConnections.KEY_ID, new byte[] {1});
        assertThat(state()).isEqualTo(ConnectionState.ACTIVATING);
        refuses(ProblemCode.APPROVAL_MISSING, () -> engine.world.connection().probeSent(TestConnections.KEY_ID));
        refuses(ProblemCode.APPROVAL_MISSING, () -> engine.world.activateConnection.activate(NUMBER));
        verify(engine.world.provider, never()).probe(any(), any(), anyString());
        engine.desk.decide(NUMBER, OFFICER, true, "sara", "");
        engine.run(ConnectionElements.ACTIVATE_CONNECTION);
        assertThat(state()).isEqualTo(ConnectionState.ONBOARDED);
    }

    private String kept() {
        return engine.engine.getManagementService().createJobQuery().messages().list().stream()
                .filter(job -> job.getJobDefinitionId() == null)
                .findFirst()
                .orElseThrow()
                .getId();
    }

    /** Advances to the first step of a person. */
    private ProcessInstance asked() {
        ProcessInstance instance = engine.open();
        engine.run(ConnectionElements.CHECK_PREREQUISITES);
        return instance;
    }

    /** Advances to what follows the claim. */
    private ProcessInstance claimed() {
        ProcessInstance instance = asked();
        engine.process.connectToProvider(NUMBER, "CMP0001001", "ada");
        engine.run(ConnectionElements.CLAIM_REGISTRATION);
        return instance;
    }

    private void isClosedFor(String reason) {
        assertThat(engine.instance()).isNull();
        assertThat(state()).isEqualTo(ConnectionState.CLOSED_INCOMPLETE);
        assertThat(engine.world.connection().snapshot().reason())
                .satisfies(why -> assertThat(why.inDefault()).isEqualTo(reason));
        assertThat(engine.world.connection().snapshot().progress().approvals().asked())
                .isEmpty();
    }

    private ConnectionState state() {
        return engine.world.connection().state();
    }

    private Approval approval() {
        return engine.world
                .connection()
                .snapshot()
                .progress()
                .approvals()
                .find(OFFICER)
                .orElseThrow();
    }

    private static void refuses(ProblemCode code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private void member(String user) {
        var identities = engine.engine.getIdentityService();
        if (identities.createUserQuery().userId(user).count() == 0) {
            identities.saveUser(identities.newUser(user));
            if (identities.createGroupQuery().groupId("security").count() == 0) {
                identities.saveGroup(identities.newGroup("security"));
            }
            identities.createMembership(user, "security");
        }
    }
}
