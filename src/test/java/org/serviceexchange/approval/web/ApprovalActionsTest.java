package org.serviceexchange.approval.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.approval.Approval;
import org.serviceexchange.consumer.connection.OpenConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.consumer.connection.RegistrationLink;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.engine.ChangedModel;
import org.serviceexchange.platform.web.RefusedEntry;
import org.serviceexchange.provider.KeptRegistrations;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;

/** An approval in a whole instance, on a process that was changed as in Modeler. */
@InstanceTest
class ApprovalActionsTest {

    private static final String TASK = "userTask_approveRegistration";
    private static final UserRequestPostProcessor CLERK =
            user(TestUsers.CLERK).authorities(Role.SERVICE_EXCHANGE_ADMIN::group);
    private static final UserRequestPostProcessor ADMIN =
            user(TestUsers.ADMIN).authorities(Role.SERVICE_EXCHANGE_ADMIN::group);

    @Autowired
    MockMvc mvc;

    @Autowired
    KeptRegistrations kept;

    @Autowired
    Registrations registrations;

    @Autowired
    OpenConnection openConnection;

    @Autowired
    ProviderConnections connections;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    private String before;
    private String number;

    /** The shipped files again, and the changed process beside their forms. */
    @BeforeEach
    void ship() {
        before = latest().getDeploymentId();
        var deployment = repository.createDeployment();
        for (ChangedModel changed : List.of(
                changed("consumer-registration", "flow_receiveRegistrationRequest_to_validatePrerequisites", "link"),
                changed("provider-connection", "flow_linkOpened_to_validatePrerequisites", "claim"))) {
            deployment.addInputStream(changed.file(), new ByteArrayInputStream(changed.content()));
        }
        deployment.deploy();
        number = kept.started();
    }

    private static ChangedModel changed(String process, String flow, String before) {
        return ChangedModel.of(process + ".bpmn").insert(flow, UserTask.class, TASK, "Approve registration", task -> {
            task.setCamundaCandidateGroups("sn_sb.admin");
            ChangedModel.property(task, "approvalBefore", before);
            ChangedModel.property(task, "approvalQuestion", "Is the contract signed?");
            ChangedModel.property(task, "approvalBySecondPerson", "true");
        });
    }

    @AfterEach
    void shipTheOldOne() {
        repository.createDeployment().addDeploymentResources(before).deploy();
    }

    @Test
    void areDecidedOnThePageByASecondPerson() throws Exception {
        Document page = page();
        assertThat(page.select("[data-live=facts] dl").first().text())
                .contains(
                        "The registration waits until somebody approves it",
                        "Whoever may decide “Approve registration”");
        assertThat(page.text()).contains("Is the contract signed?", "This takes a second person: neither Clara Clerk,");

        mvc.perform(decision(CLERK, "approve"));
        assertThat(approval().given()).as("by who requested it").isNull();

        mvc.perform(decision(ADMIN, "approve"));
        assertThat(approval().given()).satisfies(given -> {
            assertThat(given.by()).isEqualTo(TestUsers.ADMIN);
            assertThat(given.reason()).isEqualTo("Looked at it.");
        });
        assertThat(page().text()).contains("Approved by Ada Admin", "Looked at it.");
    }

    /** The same page, form and rules at the other side. */
    @Test
    void areDecidedForAConnectionToo() throws Exception {
        RegistrationLink link = new RegistrationLink(
                URI.create("https://provider.example.com"), "REG7770001", "S".repeat(43), "P".repeat(43));
        String connection = openConnection.open(link, TestUsers.CLERK);
        Document page = page("/connections/" + connection);
        assertThat(page.select("#progress").text())
                .contains(
                        "The connection waits until somebody at this instance approves it",
                        "Whoever may decide “Approve registration”");
        assertThat(page.text()).contains("Is the contract signed?", "This takes a second person: neither Clara Clerk,");
        Document wizard = page("/connect/" + connection);
        assertThat(wizard.select(".actions a[href='/connections/" + connection + "']"))
                .isNotEmpty();
        assertThat(wizard.select("form[action$='/company']")).isEmpty();

        String path = "/connections/" + connection + "/approvals/" + TASK;
        var refused = mvc.perform(decision(path, CLERK, "approve"))
                .andExpect(redirectedUrl("/connections/" + connection))
                .andReturn()
                .getFlashMap();
        String shown = content(get("/connections/" + connection)
                .accept(MediaType.TEXT_HTML)
                .with(CLERK)
                .flashAttrs(refused));
        assertThat(Jsoup.parse(shown).select("[role=alert]").text()).contains("takes a second person");
        mvc.perform(get("/connections/" + connection)
                        .accept(MediaType.TEXT_HTML)
                        .with(CLERK)
                        .flashAttr(RefusedEntry.NAME, new RefusedEntry("company", "It was removed.")))
                .andExpect(status().isOk());
        assertThat(approvalOf(connection).given()).as("by who opened the link").isNull();
        assertThat(content(get(path).with(ADMIN))).contains("\"question\":\"Is the contract signed?\"");
        mvc.perform(decision(path, ADMIN, "approve"));
        assertThat(page("/connections/" + connection).text()).contains("Approved by Ada Admin", "Looked at it.");
        assertThat(approvalOf(connection).given()).isNotNull();
    }

    private Approval approvalOf(String connection) {
        return connections
                .get(connection)
                .snapshot()
                .progress()
                .approvals()
                .find(TASK)
                .orElseThrow();
    }

    @Test
    void areDecidedInTheFormOfTheTask() throws Exception {
        assertThat(content(get(path()).with(ADMIN))).contains("\"question\":\"Is the contract signed?\"");
        assertThat(content(json(CLERK, "{\"approve\": true}"))).contains("takes a second person");
        assertThat(content(json(ADMIN, "{\"approve\": false, \"reason\": \"Not signed.\"}")))
                .isEqualTo("{\"refusal\":\"\"}");
        assertThat(registration().snapshot().closingReason()).isEqualTo(ClosingReason.NOT_APPROVED);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .count())
                .isZero();
        assertThat(content(json(ADMIN, "{\"approve\": true}"))).contains("is not asked for, or no longer");
    }

    @Test
    void takeNothingElseForARefusal() throws Exception {
        for (String unclear : List.of("{}", "{\"approve\": \"false\"}", "{\"approve\": 0}", "{\"approve\": null}")) {
            mvc.perform(json(ADMIN, unclear)).andExpect(status().isBadRequest());
        }
        for (String unclear : List.of("", "no", "Refuse")) {
            mvc.perform(decision(ADMIN, unclear)).andExpect(status().isBadRequest());
        }
        assertThat(registration().state().closed()).isFalse();
        assertThat(approval().given()).isNull();
    }

    @Test
    void areOfRegistrationsOnly() throws Exception {
        for (String other : List.of("REG9999999", "PCN0001001", "nothing")) {
            String path = path().replace(number, other);
            mvc.perform(post(path)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"approve\": true}")
                            .with(ADMIN)
                            .with(csrf()))
                    .andExpect(status().isNotFound());
            mvc.perform(post(path)
                            .param("decision", "approve")
                            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                            .with(ADMIN)
                            .with(csrf()))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void endByTime() {
        String process = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
        String end = jobs(process).findFirst().orElseThrow().getId();
        management.executeJob(end);
        assertThat(registration().snapshot().closingReason()).isEqualTo(ClosingReason.NOT_APPROVED);
        assertThat(jobs(process)).isEmpty();
    }

    private Stream<JobEntity> jobs(String process) {
        return management.createJobQuery().processInstanceId(process).list().stream()
                .map(JobEntity.class::cast)
                .filter(job -> job.getJobHandlerType().equals("approval-end"));
    }

    private ProcessDefinition latest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("consumer-registration")
                .latestVersion()
                .singleResult();
    }

    private Registration registration() {
        return registrations.get(number);
    }

    private Approval approval() {
        return registration().snapshot().progress().approvals().find(TASK).orElseThrow();
    }

    private Document page() throws Exception {
        return page("/registrations/" + number);
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(content(get(path).accept(MediaType.TEXT_HTML).with(CLERK)));
    }

    private String path() {
        return "/registrations/" + number + "/approvals/" + TASK;
    }

    private RequestBuilder decision(UserRequestPostProcessor who, String what) {
        return decision(path(), who, what);
    }

    private static RequestBuilder decision(String path, UserRequestPostProcessor who, String what) {
        return post(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("decision", what)
                .param("reason", "Looked at it.")
                .with(who)
                .with(csrf());
    }

    private RequestBuilder json(UserRequestPostProcessor who, String body) {
        return post(path())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(who)
                .with(csrf());
    }

    private String content(RequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
