package org.serviceexchange.workshop.move.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.approval.ApprovalKeeper;
import org.serviceexchange.approval.engine.ApprovalEnd;
import org.serviceexchange.approval.engine.ApprovalTasks;
import org.serviceexchange.platform.engine.SharedMappings;
import org.serviceexchange.platform.engine.kept.KeptMessages;
import org.serviceexchange.workshop.ProcessVersions;
import org.serviceexchange.workshop.move.CaseMover;
import org.serviceexchange.workshop.move.MovePlan;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases with jobs that belong to none of their steps are moved, and these jobs with them. */
class MovedJobsTest {

    private static final String PROCESS = "consumer-registration";

    /** Its end is due at once. */
    private static final String APPROVAL = """
            <userTask id="userTask_first" name="Approve" camunda:dueDate="2026-01-01T00:00:00"><extensionElements>
            <camunda:properties><camunda:property name="approvalBefore" value="link"/></camunda:properties>
            </extensionElements></userTask><sequenceFlow id="f2" sourceRef="userTask_first" targetRef="last"/>
            <userTask id="last" name="%s"/>""";

    private static final String MESSAGE = """
            <userTask id="userTask_first" name="%s"/><sequenceFlow id="f2" sourceRef="userTask_first" targetRef="last"/>
            <receiveTask id="last" messageRef="m"/>""";

    /** The engine looks for beans in one; no process here names any. */
    private static final StaticApplicationContext CONTEXT = new StaticApplicationContext();

    private final ApprovalKeeper keeper = mock();
    private final ProcessVersions versions = mock();
    private ProcessEngine engine;
    private TransactionTemplate transaction;
    private EngineCaseMover mover;

    @BeforeEach
    void start() {
        var database =
                new DriverManagerDataSource("jdbc:h2:mem:moved-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        var transactions = new DataSourceTransactionManager(database);
        var configuration = SharedMappings.in(new SpringProcessEngineConfiguration());
        configuration.setProcessEngineName("moved-" + UUID.randomUUID());
        configuration.setDataSource(database);
        configuration.setApplicationContext(CONTEXT);
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        KeptMessages.configure(configuration);
        StaticListableBeanFactory keepers = new StaticListableBeanFactory();
        keepers.addBean("keeper", keeper);
        var approvals = new ApprovalTasks(keepers.getBeanProvider(ApprovalKeeper.class));
        List<BpmnParseListener> listeners = new ArrayList<>(configuration.getCustomPostBPMNParseListeners());
        listeners.add(approvals);
        configuration.setCustomPostBPMNParseListeners(listeners);
        configuration.getCustomJobHandlers().add(new ApprovalEnd(approvals));
        engine = configuration.buildProcessEngine();
        transaction = new TransactionTemplate(transactions);
        mover = new EngineCaseMover(engine.getRuntimeService(), versions, transactions);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void anApprovalEndsAfterTheMoveAsItWouldHave() {
        MovePlan plan = begin(APPROVAL);
        Job before = job();
        move(plan);
        Job job = job();
        assertThat(job.getProcessDefinitionId()).isEqualTo(plan.toId());
        assertThat(job.getDeploymentId()).isEqualTo(definition().getDeploymentId());
        assertThat(job.getDuedate()).isEqualTo(before.getDuedate());
        verify(keeper, never()).notInTime(any(), any());
        engine.getManagementService().executeJob(job.getId());
        verify(keeper).notInTime("REG1", "userTask_first");
        assertThat(engine.getManagementService().createJobQuery().count()).isZero();
    }

    @Test
    void aMessageIsKeptOverTheMoveAndDelivered() {
        MovePlan plan = begin(MESSAGE);
        KeptMessages.keep(engine.getRuntimeService(), instance(), "paid", "carla");
        move(plan);
        assertThat(job().getProcessDefinitionId()).isEqualTo(plan.toId());
        var tasks = engine.getTaskService();
        tasks.complete(tasks.createTaskQuery().singleResult().getId());
        engine.getManagementService().executeJob(job().getId());
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isZero();
    }

    @Test
    void aJobThatFailedForGoodIsStillShownAsSuch() {
        MovePlan plan = begin(APPROVAL);
        engine.getManagementService().setJobRetries(job().getId(), 0);
        move(plan);
        assertThat(job().getRetries()).isZero();
        Incident incident = engine.getRuntimeService().createIncidentQuery().singleResult();
        assertThat(incident.getConfiguration()).isEqualTo(job().getId());
        engine.getManagementService().setJobRetries(job().getId(), 1);
        engine.getManagementService().executeJob(job().getId());
        verify(keeper).notInTime("REG1", "userTask_first");
    }

    @Test
    void aCaseThatIsTriedOrRefusedKeepsItsJobs() {
        MovePlan possible = begin(APPROVAL);
        String job = job().getId();
        assertThat(mover.objection(possible, instance())).isEmpty();
        assertThat(job().getId()).isEqualTo(job);
        String other = deploy("<userTask id=\"userTask_other\"/>", "userTask_other");
        when(versions.model(any())).thenReturn(document(APPROVAL.formatted(""), "userTask_first"));
        MovePlan refused = new MovePlan(PROCESS, 1, 3, possible.fromId(), other);
        assertThatThrownBy(() -> move(refused)).isInstanceOf(CaseMover.Refused.class);
        assertThat(job().getId()).isEqualTo(job);
    }

    private void move(MovePlan plan) {
        assertThat(transaction.<CaseMover.Outcome>execute(status -> mover.move(plan, instance())))
                .isEqualTo(CaseMover.Outcome.MOVED);
    }

    /** A case of the first of two versions that differ in a label. */
    private MovePlan begin(String steps) {
        String from = deploy(steps.formatted("Old"), "userTask_first");
        engine.getRuntimeService().startProcessInstanceByKey(PROCESS, "REG1");
        return new MovePlan(PROCESS, 1, 2, from, deploy(steps.formatted("New"), "userTask_first"));
    }

    private String deploy(String steps, String first) {
        engine.getRepositoryService()
                .createDeployment()
                .addInputStream(
                        "p.bpmn",
                        new ByteArrayInputStream(document(steps, first).getBytes(UTF_8)))
                .deploy();
        return definition().getId();
    }

    private static String document(String steps, String first) {
        return """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
              targetNamespace="t"><message id="m" name="paid"/>
              <process id="%s" isExecutable="true" camunda:historyTimeToLive="1"><startEvent id="s"/>
              <sequenceFlow id="f1" sourceRef="s" targetRef="%s"/>%s</process></definitions>""".formatted(PROCESS, first, steps);
    }

    private ProcessDefinition definition() {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .latestVersion()
                .singleResult();
    }

    private String instance() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .singleResult()
                .getId();
    }

    private Job job() {
        return engine.getManagementService().createJobQuery().singleResult();
    }
}
