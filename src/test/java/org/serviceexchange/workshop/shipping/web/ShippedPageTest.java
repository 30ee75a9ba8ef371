package org.serviceexchange.workshop.shipping.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.rulebook.ProcessFolder;
import org.serviceexchange.workshop.shipping.Deployments;
import org.serviceexchange.workshop.shipping.ModelFiles;
import org.serviceexchange.workshop.shipping.ModelZip;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

/** Proposals of people, on a whole instance; what is deployed here is rolled back. */
@InstanceTest
class ShippedPageTest {

    private static final UserRequestPostProcessor ADA = user("ship.ada").authorities(Role.PROCESS_MANAGER::group);
    private static final UserRequestPostProcessor BOB = user("ship.bob").authorities(Role.PROCESS_MANAGER::group);
    private static final UserRequestPostProcessor CLERK =
            user(TestUsers.CLERK).authorities(Role.SERVICE_EXCHANGE_ADMIN::group);

    @Autowired
    MockMvc mvc;

    @Autowired
    RepositoryService repository;

    @Autowired
    Deployments deployments;

    @Autowired
    Users users;

    @BeforeEach
    void managers() {
        for (String id : new String[] {"ship.ada", "ship.bob"}) {
            if (users.find(id).isEmpty()) {
                users.create(id, "Ship", id, "", users.hash(TestUsers.PASSWORD), Set.of(Role.PROCESS_MANAGER));
            }
        }
    }

    @Test
    void theModelsOfTheApplicationAreTheFirstVersion() throws Exception {
        Document page = shown("/processes", CLERK);
        assertThat(page.select("#shipped tbody tr").last().text())
                .contains("PMV0001001", "Accepted", "the application");
        assertThat(page.select("#propose")).isEmpty();
        assertThat(shown("/processes", ADA).select("#propose")).hasSize(1);
        assertThat(shown("/processes/shipped/PMV0001001", CLERK)
                        .select("#state")
                        .text())
                .isEqualTo("in use");
    }

    @Test
    @Transactional
    void anotherPersonSeesTheDifferenceAndAccepts() throws Exception {
        long before = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("connection-life")
                .count();
        String page = proposed(changed());
        Document own = shown(page, ADA);
        assertThat(own.select("#state").text()).isEqualTo("Proposed");
        assertThat(own.select("#reason").text()).isEqualTo("A clearer name.");
        assertThat(own.select("#accept")).isEmpty();
        assertThat(own.select("#reject").text()).isEqualTo("Take it back");
        Document seen = shown(page, BOB);
        assertThat(seen.select("#files li").eachText()).containsExactly("changed connection-life.bpmn");
        assertThat(seen.select("#changes tbody tr").eachText()).containsExactly("changed Life of a link name");
        assertThat(sent(get(page + "/model?file=connection-life.bpmn"), BOB).getContentAsString())
                .contains("Life of a link");
        assertThat(shown(page, CLERK).select("#accept, #reject")).isEmpty();
        String accept = seen.select("form[action$=/accept]").attr("action");
        sent(post(accept).param("seen", seen.select("input[name=seen]").val()).with(csrf()), BOB);
        assertThat(shown(page, BOB).select("#state").text()).isEqualTo("in use");
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("connection-life")
                        .count())
                .isEqualTo(before + 1);
        Document first = shown("/processes/shipped/PMV0001001", BOB);
        assertThat(first.select("#again")).hasSize(1);
        MockHttpServletResponse again = sent(
                post("/processes/decide/PMV0001001/again")
                        .param("reason", "As before.")
                        .with(csrf()),
                BOB);
        assertThat(shown(again.getRedirectedUrl(), ADA)
                        .select("#state, #reason")
                        .eachText())
                .containsExactly("Proposed", "As before.");
    }

    @Test
    @Transactional
    void saysWhyAnUploadIsRefused() throws Exception {
        Map<String, byte[]> files = changed();
        files.remove(ModelFiles.REASON);
        Document refused = shown(proposed(files), ADA);
        assertThat(refused.select("#state").text()).isEqualTo("Refused by the checks");
        assertThat(refused.select("section[aria-labelledby=findings] li")
                        .first()
                        .text())
                .startsWith("The file reason.txt is missing");
    }

    @Test
    @Transactional
    void saysInWordsThatSomebodyElseDecided() throws Exception {
        String page = proposed(changed());
        String decide = page.replace("shipped", "decide");
        sent(post(decide + "/reject").with(csrf()), BOB);
        assertThat(sent(post(decide + "/reject").with(csrf()), ADA).getRedirectedUrl())
                .isEqualTo(page);
        assertThat(sent(get(decide + "/accept"), ADA).getRedirectedUrl()).isEqualTo(page);
        assertThat(shown(page, ADA).select("#state").text()).isEqualTo("Rejected");
    }

    @Test
    void isForTheRoleAlone() throws Exception {
        assertThat(sent(get("/processes/propose"), ADA).getStatus()).isEqualTo(200);
        assertThat(sent(get("/processes/propose"), CLERK).getStatus()).isEqualTo(403);
        for (String act : new String[] {"accept", "reject", "again"}) {
            assertThat(sent(post("/processes/decide/PMV0001001/" + act).with(csrf()), CLERK)
                            .getStatus())
                    .isEqualTo(403);
        }
        assertThat(sent(get("/processes/shipped/PMV0009999"), ADA).getStatus()).isEqualTo(404);
    }

    /** The engine has the last word, and nothing stays of what it looked at. */
    @Test
    void theEngineIsAskedWithoutLeavingAnything() {
        long before = repository.createDeploymentQuery().count();
        assertThat(deployments.objection(changed())).isEmpty();
        Map<String, byte[]> broken = changed();
        broken.put(
                "connection-life.bpmn",
                text(broken)
                        .replaceFirst("targetRef=\"[^\"]+\"", "targetRef=\"nowhere\"")
                        .getBytes(UTF_8));
        assertThat(deployments.objection(broken)).get().asString().contains("nowhere");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    private static Map<String, byte[]> changed() {
        try {
            Map<String, byte[]> files =
                    new TreeMap<>(ProcessFolder.of(Path.of("processes")).files());
            files.put(
                    "connection-life.bpmn",
                    text(files)
                            .replace("name=\"Life of a connection\"", "name=\"Life of a link\"")
                            .getBytes(UTF_8));
            files.put(ModelFiles.REASON, "A clearer name.".getBytes(UTF_8));
            return files;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(Map<String, byte[]> files) {
        return new String(files.get("connection-life.bpmn"), UTF_8);
    }

    private String proposed(Map<String, byte[]> files) throws Exception {
        MockHttpServletResponse answer = sent(
                post("/processes/propose")
                        .contentType("application/zip")
                        .content(ModelZip.write(files))
                        .with(csrf()),
                ADA);
        assertThat(answer.getStatus()).isEqualTo(200);
        return new ObjectMapper()
                .readTree(answer.getContentAsString())
                .get("page")
                .asText();
    }

    private Document shown(String path, UserRequestPostProcessor user) throws Exception {
        MockHttpServletResponse response = sent(get(path), user);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString());
    }

    private MockHttpServletResponse sent(MockHttpServletRequestBuilder request, UserRequestPostProcessor user)
            throws Exception {
        return mvc.perform(request.accept(MediaType.TEXT_HTML, MediaType.APPLICATION_XML, MediaType.APPLICATION_JSON)
                        .header("Accept-Language", Locale.ENGLISH.toLanguageTag())
                        .with(user))
                .andReturn()
                .getResponse();
    }
}
