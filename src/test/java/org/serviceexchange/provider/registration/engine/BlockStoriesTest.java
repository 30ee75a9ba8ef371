package org.serviceexchange.provider.registration.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.serviceexchange.provider.registration.engine.RegistrationEngine.NUMBER;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.serviceexchange.TestInstanceSettings;
import org.serviceexchange.block.BlockSettings;
import org.serviceexchange.block.CaseFacts;
import org.serviceexchange.block.CaseFacts.Reader;
import org.serviceexchange.block.CaseRecords;
import org.serviceexchange.block.SendMail;
import org.serviceexchange.block.engine.BlockEngine;
import org.serviceexchange.block.field.OwnFields;
import org.serviceexchange.block.field.engine.FormsOfAnEngine;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.engine.CalledProcessesOf;
import org.serviceexchange.platform.engine.ChangedModel;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.platform.engine.ProcessPictures;
import org.serviceexchange.platform.engine.ProcessPosition;
import org.serviceexchange.platform.engine.label.DeployedLabels;
import org.serviceexchange.platform.engine.rules.OneProcessPerKey;
import org.serviceexchange.platform.mail.Mail;
import org.serviceexchange.platform.mail.MailIdentity;
import org.serviceexchange.platform.mail.MailNotSent;
import org.serviceexchange.platform.mail.MailServer;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.rulebook.Breach;
import org.serviceexchange.platform.rulebook.ProcessFolder;
import org.serviceexchange.platform.rulebook.RuleBook;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.registration.RegistrationOrder;

/** Changes that an analyst makes with building blocks, without Java: the files are changed as Camunda Modeler changes them. */
class BlockStoriesTest {

    private static final String BPMN = "consumer-registration.bpmn";
    private static final String AFTER_VALIDATION = "flow_validatePrerequisites_to_createRegistrationTask";

    /** What the record says; a test changes the company. */
    private static String company = "Example Ltd";

    private static final CaseRecords RECORDS = number -> Optional.of(new CaseFacts(
            number,
            company,
            "acme",
            new Reader("Carla", "carla@example.com", null),
            "paula",
            TestRegistrations.URL,
            "/registrations/" + number));

    private static final OwnFields FIELDS = mock();

    private final MailServer server = mock();
    private RegistrationEngine engine;

    @BeforeEach
    void start() {
        company = "Example Ltd";
        when(server.on()).thenReturn(true);
    }

    @AfterEach
    void stop() {
        engine.deleteAll();
    }

    @Test
    void aSecondPersonIsInformed() {
        start(
                "second-person",
                () -> changed()
                        .insert(AFTER_VALIDATION, ServiceTask.class, "serviceTask_tellLegal", "Tell legal", task -> {
                            task.setCamundaDelegateExpression("#{sendMailDelegate}");
                            task.setCamundaAsyncBefore(true);
                            ChangedModel.property(task, "to", "address");
                            ChangedModel.property(task, "address", "legal@own.example");
                            ChangedModel.property(task, "subject", "{company} is being onboarded");
                            ChangedModel.property(task, "text", "Look at {page}.");
                        }));
        validate();
        assertThat(engine.waiting()).isEqualTo("serviceTask_tellLegal");
        doThrow(new MailNotSent(new Problem(ProblemCode.MAIL_NOT_TAKEN, "mail.example.com", "down"), false))
                .when(server)
                .send(any());
        assertThatThrownBy(() -> engine.run("serviceTask_tellLegal")).isInstanceOf(Problem.class);
        assertThat(engine.failedSteps
                        .reason(RegistrationElements.PROCESS, NUMBER)
                        .map(Finding::code))
                .contains(ProblemCode.MAIL_NOT_TAKEN);
        assertThat(engine.waiting()).isEqualTo("serviceTask_tellLegal");

        MailServer works = works();
        BlockEngine.register(sendMail(works));
        engine.run("serviceTask_tellLegal");
        ArgumentCaptor<Mail> mail = ArgumentCaptor.captor();
        verify(works).send(mail.capture());
        assertThat(mail.getValue().to()).isEqualTo("legal@own.example");
        assertThat(mail.getValue().subject().inDefault()).isEqualTo("Example Ltd is being onboarded");
        verify(engine.createRegistrationTask).create(NUMBER);
    }

    @Test
    void trustedCompaniesSkipTheExtraCheck() {
        startWithExtraCheck();
        validate();
        verify(engine.createRegistrationTask).create(NUMBER);
        assertThat(engine.engine.getTaskService().createTaskQuery().count()).isZero();
        assertThat(engine.engine.getRuntimeService().getVariables(engine.instance.getId()))
                .containsEntry("decision_trusted", true)
                .doesNotContainKeys("company", "contactDomain", "environment");
    }

    @Test
    void othersAreCheckedWhateverTheVariablesSay() {
        startWithExtraCheck();
        company = "Evil Ltd";
        engine.request(Map.of("company", "Example Ltd", "contactDomain", "example.com", "environment", "DEMO"));
        engine.run(RegistrationElements.CHECK_PREREQUISITES);
        assertThat(engine.task().getTaskDefinitionKey()).isEqualTo("userTask_extraCheck");
        verify(engine.createRegistrationTask, never()).create(NUMBER);
        engine.completeTask(Map.of());
        verify(engine.createRegistrationTask).create(NUMBER);
    }

    private void startWithExtraCheck() {
        start(
                "trusted",
                () -> changed()
                        .insert(AFTER_VALIDATION, UserTask.class, "userTask_extraCheck", "Check the company", task -> {
                            task.setCamundaCandidateGroups("sn_sb.admin");
                            task.builder()
                                    .boundaryEvent("event_companyNotChecked")
                                    .name("Company not checked in time")
                                    .timerWithDuration("P14D")
                                    .connectTo("merge_expireRegistration");
                        })
                        .insert(
                                AFTER_VALIDATION,
                                ExclusiveGateway.class,
                                "gateway_trusted",
                                "Is it trusted?",
                                this::skipIfTrusted)
                        .insert(
                                AFTER_VALIDATION,
                                BusinessRuleTask.class,
                                "decision_isItTrusted",
                                "Ask who is trusted",
                                task -> {
                                    task.setCamundaDecisionRef("trusted-companies");
                                    task.setCamundaDecisionRefBinding("deployment");
                                    task.setCamundaMapDecisionResult("singleEntry");
                                    task.setCamundaResultVariable("decision_trusted");
                                }));
    }

    private void skipIfTrusted(ExclusiveGateway gateway) {
        var model = gateway.getModelInstance();
        SequenceFlow skip = model.newInstance(SequenceFlow.class, "flow_skipTheCheck");
        gateway.getParentElement().addChildElement(skip);
        FlowNode target = model.getModelElementById(RegistrationElements.CREATE_REGISTRATION_TASK);
        skip.setSource(gateway);
        skip.setTarget(target);
        gateway.getOutgoing().add(skip);
        target.getIncoming().add(skip);
        ConditionExpression trusted = model.newInstance(ConditionExpression.class);
        trusted.setTextContent("${decision_trusted}");
        skip.setConditionExpression(trusted);
        gateway.setDefault(gateway.getOutgoing().iterator().next());
    }

    @Test
    void aPurchaseOrderNumberIsAskedForAndHandedOn() {
        start(
                "purchase-order",
                () -> changed(),
                files -> files.computeIfPresent(
                        "forms/register-a-consumer.html",
                        (name, form) -> new String(form, UTF_8)
                                .replace(
                                        "  <script cam-script",
                                        "  <label for=\"own-order\">Purchase order</label>\n"
                                                + "  <input id=\"own-order\" cam-variable-name=\"own_purchaseOrder\""
                                                + " cam-variable-type=\"String\" maxlength=\"200\">\n  <script cam-script")
                                .getBytes(UTF_8)));
        engine.request(Map.of("own_purchaseOrder", "4711"));
        verify(engine.receiveRegistrationRequest)
                .receive(new RegistrationOrder(
                        "acme",
                        "carla",
                        "https://consumer.example.com/",
                        "paula",
                        Map.of("own_purchaseOrder", "4711")));
        assertThat(FormsOfAnEngine.of(engine.engine).ownFields("register-a-consumer.html"))
                .containsExactly(Map.entry("own_purchaseOrder", "Purchase order"));
    }

    @Test
    void aLinkLivesAsLongAsTheAnalystSays() {
        start(
                "link-life",
                () -> changed()
                        .change(
                                RegistrationElements.CREATE_REGISTRATION_TASK,
                                ServiceTask.class,
                                task -> ChangedModel.property(task, "linkLife", "P30D"))
                        .change(
                                RegistrationElements.RENEW_REGISTRATION_LINK,
                                ServiceTask.class,
                                task -> ChangedModel.property(task, "linkLife", "P3D")));
        when(engine.createRegistrationTask.create(NUMBER, Duration.ofDays(30))).thenReturn(RegistrationEngine.EXPIRY);
        when(engine.renewRegistrationLink.renew(NUMBER, Duration.ofDays(3))).thenReturn(RegistrationEngine.EXPIRY);
        engine.openLink(true);
        verify(engine.createRegistrationTask).create(NUMBER, Duration.ofDays(30));
        engine.process.resend(NUMBER, "paula");
        verify(engine.renewRegistrationLink).renew(NUMBER, Duration.ofDays(3));
    }

    @Test
    void theLinkIsMadeADayLater() {
        start(
                "wait",
                () -> changed()
                        .insert(
                                AFTER_VALIDATION,
                                IntermediateCatchEvent.class,
                                "event_aDayPassed",
                                "A day passed",
                                event -> {
                                    var model = event.getModelInstance();
                                    TimeDuration day = model.newInstance(TimeDuration.class);
                                    day.setTextContent("P1D");
                                    TimerEventDefinition timer = model.newInstance(TimerEventDefinition.class);
                                    timer.setTimeDuration(day);
                                    event.addChildElement(timer);
                                }));
        validate();
        assertThat(engine.daysUntil("event_aDayPassed")).isEqualTo(1);
        verify(engine.createRegistrationTask, never()).create(NUMBER);
        engine.run("event_aDayPassed");
        verify(engine.createRegistrationTask).create(NUMBER);
    }

    @Test
    void anOwnSubProcessBelongsToTheRecord() {
        startWithCall();
        validate();
        Task task = engine.engine.getTaskService().createTaskQuery().singleResult();
        assertThat(task.getTaskDefinitionKey()).isEqualTo("userTask_askReferences");
        assertThat(called()).containsExactly(NUMBER);
        assertThat(position().here()).containsExactly("Check references", "Ask references");
        assertThat(position().active()).contains("callActivity_checkReferences");
        engine.engine.getTaskService().complete(task.getId());
        verify(engine.createRegistrationTask, never()).create(NUMBER);

        doThrow(new MailNotSent(new Problem(ProblemCode.MAIL_NOT_TAKEN, "mail.example.com", "down"), false))
                .when(server)
                .send(any());
        String job = engine.engine
                .getManagementService()
                .createJobQuery()
                .activityId("serviceTask_thank")
                .singleResult()
                .getId();
        for (int time = 0; time < 7; time++) {
            assertThatThrownBy(() -> engine.engine.getManagementService().executeJob(job))
                    .isInstanceOf(Problem.class);
        }
        assertThat(position().stuck()).contains("callActivity_checkReferences");
        FailedSteps failed = engine.failedSteps;
        assertThat(failed.reason(RegistrationElements.PROCESS, NUMBER).map(Finding::code))
                .contains(ProblemCode.MAIL_NOT_TAKEN);
        assertThat(failed.stopped(RegistrationElements.PROCESS, 5)).containsExactly(NUMBER);
        assertThat(engine.process.retry(NUMBER)).isTrue();

        BlockEngine.register(sendMail(works()));
        engine.engine.getManagementService().executeJob(job);
        verify(engine.createRegistrationTask).create(NUMBER);
    }

    @Test
    void anOwnSubProcessEndsWithTheRegistration() {
        startWithCall();
        validate();
        assertThat(called()).hasSize(1);
        assertThat(engine.process.cancel(NUMBER)).isTrue();
        assertThat(called()).isEmpty();
        assertThat(engine.engine.getTaskService().createTaskQuery().count()).isZero();
        assertThat(engine.runs()).isFalse();
    }

    @Test
    void aPersonWhoseStepLeadsToAnOwnSubProcessIsNotRefused() {
        startWithCall();
        engine.request();
        engine.engine.getIdentityService().setAuthenticatedUserId("paula");
        engine.run(RegistrationElements.CHECK_PREREQUISITES);
        engine.engine.getIdentityService().clearAuthentication();
        assertThat(called()).containsExactly(NUMBER);
    }

    private void startWithCall() {
        start(
                "call",
                () -> changed()
                        .insert(
                                AFTER_VALIDATION,
                                CallActivity.class,
                                "callActivity_checkReferences",
                                "Check references",
                                call -> {
                                    call.setCalledElement("check-references");
                                    call.setCamundaCalledElementBinding("deployment");
                                }),
                files -> files.put("check-references.bpmn", resource("/blocks/check-references.bpmn")));
    }

    private List<String> called() {
        return engine
                .engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("check-references")
                .list()
                .stream()
                .map(one -> one.getBusinessKey())
                .toList();
    }

    private ProcessPosition position() {
        return new ProcessPictures(
                        engine.engine.getRepositoryService(),
                        engine.engine.getHistoryService(),
                        engine.engine.getRuntimeService(),
                        new DeployedLabels(engine.engine.getRepositoryService()))
                .position(RegistrationElements.PROCESS, NUMBER, Locale.ENGLISH);
    }

    private static ChangedModel changed() {
        return ChangedModel.of(BPMN);
    }

    private void validate() {
        engine.request();
        engine.run(RegistrationElements.CHECK_PREREQUISITES);
    }

    private void start(String name, Supplier<ChangedModel> model) {
        start(name, model, files -> {});
    }

    /** The rule book accepts the changed folder, and the engine runs it. */
    private void start(String name, Supplier<ChangedModel> model, Consumer<Map<String, byte[]>> more) {
        engine = new RegistrationEngine(
                "block-" + name,
                () -> {
                    Map<String, byte[]> files = folder();
                    files.put(BPMN, model.get().content());
                    more.accept(files);
                    assertThat(RuleBook.check(ProcessFolder.of(files)))
                            .filteredOn(breach -> breach.kind().refuses())
                            .extracting(Breach::report)
                            .isEmpty();
                    return files;
                },
                BlockStoriesTest::withBlocks);
        BlockEngine.register(sendMail(server));
    }

    private static void withBlocks(StandaloneInMemProcessEngineConfiguration configuration) {
        List<BpmnParseListener> listeners = new ArrayList<>(configuration.getCustomPostBPMNParseListeners());
        listeners.add(BlockEngine.decisionFacts(RECORDS, FIELDS));
        listeners.add(CalledProcessesOf.anEngine());
        listeners.add(new OneProcessPerKey());
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    private static Map<String, byte[]> folder() {
        try {
            return new HashMap<>(ProcessFolder.of(Path.of("processes")).files());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] resource(String name) {
        try {
            return Files.readAllBytes(Path.of("src/test/resources" + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MailServer works() {
        MailServer works = mock();
        when(works.on()).thenReturn(true);
        return works;
    }

    /** How e-mails look. */
    private static final class English implements MailIdentity {

        @Override
        public String mailFrom() {
            return "no-reply@own.example";
        }

        @Override
        public Locale mailLanguage() {
            return Locale.ENGLISH;
        }
    }

    private static SendMail sendMail(MailServer server) {
        return new SendMail(
                List.of(RECORDS),
                FIELDS,
                mock(),
                server,
                new English(),
                TestInstanceSettings.valid(),
                new BlockSettings(List.of("legal@own.example")),
                mock(Journal.class));
    }
}
