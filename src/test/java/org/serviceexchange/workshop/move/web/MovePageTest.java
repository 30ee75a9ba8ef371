package org.serviceexchange.workshop.move.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.provider.KeptRegistrations;
import org.serviceexchange.workshop.move.MoveCases;
import org.serviceexchange.workshop.move.Rounds;
import org.serviceexchange.workshop.move.RunMoves;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Cases of a process of an analyst are moved: tried, started, watched and taken back. */
@InstanceTest
class MovePageTest {

    private static final UserRequestPostProcessor CLERK =
            user(TestUsers.CLERK).authorities(Role.SERVICE_EXCHANGE_ADMIN::group);

    @Autowired
    MockMvc mvc;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    RunMoves runMoves;

    @Autowired
    MoveCases moveCases;

    @Autowired
    Journal journal;

    @Autowired
    KeptRegistrations kept;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void removeTheProcess() {
        repository
                .createDeploymentQuery()
                .deploymentName("moved")
                .list()
                .forEach(one -> repository.deleteDeployment(one.getId(), true));
    }

    @Test
    void triesMovesNotesAndTakesBack() throws Exception {
        int from = deploy(
                "<bpmn:userTask id=\"userTask_a\" name=\"Look\"/><bpmn:userTask id=\"userTask_b\" name=\"Sign\"/>");
        runtime.startProcessInstanceByKey("moved", "MOV1");
        runtime.startProcessInstanceByKey("moved", "MOV2");
        tasks.complete(task("MOV2"));
        int to = deploy(
                "<bpmn:userTask id=\"userTask_a\" name=\"Look\"/><bpmn:userTask id=\"userTask_c\" name=\"Approve\"/>");

        Document version = shown("/processes/moved/" + from);
        assertThat(version.select("#move option").eachText()).containsExactly("Version " + to);
        assertThat(version.select("#places tbody tr").eachText()).containsExactly("Look 1 0", "Sign 1 0");
        String plan = "/processes/move/moved/" + from;
        Document preview = shown(plan + "?to=" + to);
        assertThat(preview.select("#can").text()).isEqualTo("1 can move, 1 cannot.");
        assertThat(preview.select("#refused tbody tr").eachText())
                .containsExactly("MOV2 It stands at “Sign”, which version " + to + " does not have.");
        assertThat(versionOf("MOV1")).as("a dry run changes nothing").isEqualTo(from);

        String move =
                sent(post(plan).param("to", String.valueOf(to)).with(csrf())).getRedirectedUrl();
        Rounds.run(runMoves);
        Document result = shown(move);
        assertThat(result.select("#state").text()).isEqualTo("Done");
        assertThat(result.select("#results").text()).isEqualTo("1 moved, 1 refused, 0 ended before, 0 waiting.");
        assertThat(result.select("#refused tbody th").text()).isEqualTo("MOV2");
        assertThat(versionOf("MOV1")).isEqualTo(to);
        assertThat(versionOf("MOV2")).isEqualTo(from);
        assertThat(journal.entries("MOV1")).last().satisfies(entry -> {
            assertThat(entry.author().id()).isEqualTo(TestUsers.CLERK);
            assertThat(entry.text(Locale.ENGLISH))
                    .startsWith("The process was moved from version " + from + " to version " + to);
        });
        assertThat(journal.entries("MOV2")).isEmpty();
        assertThat(shown("/processes/moved/" + to).select("#moves li").text()).contains("Done");

        String undo = sent(post(move + "/undo").with(csrf())).getRedirectedUrl();
        Rounds.run(runMoves);
        assertThat(shown(undo).select("#results").text()).isEqualTo("1 moved, 0 refused, 0 ended before, 0 waiting.");
        assertThat(versionOf("MOV1")).isEqualTo(from);
    }

    @Test
    void leavesStoppedMovesAndEndedCasesAlone() throws Exception {
        int from = deploy("<bpmn:userTask id=\"userTask_a\" name=\"Look\"/>");
        runtime.startProcessInstanceByKey("moved", "MOV3");
        int to = deploy(
                "<bpmn:userTask id=\"userTask_a\" name=\"Look\"/><bpmn:userTask id=\"userTask_b\" name=\"Sign\"/>");
        var started = moveOf(from, to);
        moveCases.stop(started);
        Rounds.run(runMoves);
        assertThat(versionOf("MOV3")).isEqualTo(from);
        assertThat(shown("/processes/moves/" + started)
                        .select("#state, #results")
                        .eachText())
                .containsExactly("Stopped", "0 moved, 0 refused, 0 ended before, 1 waiting.");
        String again = moveOf(from, to);
        runtime.deleteProcessInstance(instance("MOV3"), "test");
        Rounds.run(runMoves);
        assertThat(shown("/processes/moves/" + again).select("#state, #results").eachText())
                .containsExactly("Done", "0 moved, 0 refused, 1 ended before, 0 waiting.");
    }

    /** Somebody wrote a model into the database: the engine does not read it, and no case is moved there. */
    @Test
    @Guarantee(of = MoveCases.class, says = "No case moves to a version that the rule book refuses.")
    void movesNothingToWhatTheRuleBookRefuses() throws Exception {
        int from = deploy("<bpmn:userTask id=\"userTask_a\" name=\"Look\"/>");
        runtime.startProcessInstanceByKey("moved", "MOV4");
        int to = deploy(
                "<bpmn:userTask id=\"userTask_a\" name=\"Look\"/><bpmn:userTask id=\"userTask_b\" name=\"Sign\"/>");
        String running = moveOf(from, to);
        String evil = model(
                "<bpmn:scriptTask id=\"userTask_a\" scriptFormat=\"juel\"><bpmn:script>x</bpmn:script></bpmn:scriptTask>");
        jdbc.sql("update act_ge_bytearray set bytes_ = ? where deployment_id_ = ?")
                .params(evil.getBytes(UTF_8), definition(to).getDeploymentId())
                .update();
        Rounds.run(runMoves);
        assertThat(versionOf("MOV4")).isEqualTo(from);
        assertThat(shown("/processes/moves/" + running).select("#state").text()).isEqualTo("Stopped");
        assertThatThrownBy(() -> moveOf(from, to)).hasMessageContaining("scriptTask");
        Document preview = shown("/processes/move/moved/" + from + "?to=" + to);
        assertThat(preview.select("[role=alert]").text()).contains("scriptTask");
        assertThat(preview.select("#start")).isEmpty();
    }

    @Test
    void isForThoseWhoAdminister() throws Exception {
        assertThat(sent(get("/processes/move/moved/1?to=1")).getStatus()).isEqualTo(404);
        assertThat(sent(get("/processes/moves/PMM9999999")).getStatus()).isEqualTo(404);
        UserRequestPostProcessor other = user(kept.open().contact()).authorities(Role.CONTACT::group);
        for (String path : List.of("/processes/move/moved/1", "/processes/moves/PMM0001001/stop")) {
            assertThat(mvc.perform(post(path)
                                    .param("to", "2")
                                    .with(csrf())
                                    .with(other)
                                    .accept(MediaType.TEXT_HTML))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(403);
        }
    }

    private String moveOf(int from, int to) {
        return moveCases.start(moveCases.plan("moved", from, to), TestUsers.CLERK);
    }

    private int deploy(String steps) {
        repository
                .createDeployment()
                .name("moved")
                .addInputStream(
                        "moved.bpmn", new ByteArrayInputStream(model(steps).getBytes(UTF_8)))
                .deploy();
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("moved")
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    /** Steps one after the other. */
    private static String model(String steps) {
        StringBuilder flows = new StringBuilder();
        String last = "start";
        var ids = Pattern.compile("id=\"([^\"]+)\"").matcher(steps).results().toList();
        for (var id : ids) {
            flows.append("<bpmn:sequenceFlow id=\"flow_")
                    .append(id.group(1))
                    .append("\" sourceRef=\"")
                    .append(last)
                    .append("\" targetRef=\"")
                    .append(id.group(1))
                    .append("\"/>");
            last = id.group(1);
        }
        return "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                + " xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" targetNamespace=\"http://bpmn.io/schema/bpmn\">"
                + "<bpmn:process id=\"moved\" name=\"Moved\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1D\">"
                + "<bpmn:startEvent id=\"start\"/>" + steps + flows + "</bpmn:process></bpmn:definitions>";
    }

    private ProcessDefinition definition(int version) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("moved")
                .processDefinitionVersion(version)
                .singleResult();
    }

    private String instance(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
    }

    private int versionOf(String number) {
        String definition = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getProcessDefinitionId();
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionId(definition)
                .singleResult()
                .getVersion();
    }

    private String task(String number) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
    }

    private Document shown(String path) throws Exception {
        MockHttpServletResponse response = sent(get(path));
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString());
    }

    private MockHttpServletResponse sent(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.accept(MediaType.TEXT_HTML)
                        .header("Accept-Language", Locale.ENGLISH.toLanguageTag())
                        .with(CLERK))
                .andReturn()
                .getResponse();
    }
}
