package org.serviceexchange.webapps.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestBrowser;
import org.serviceexchange.TestUsers;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs separately from the unit tests: the webapps have static state that a second instance in the same JVM would
 * share.
 */
@InstanceTest
class WebappsIT {

    private static final String API = "/camunda/api/engine/engine/default";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identities;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Users users;

    @Autowired
    JdbcClient sessions;

    private final ObjectMapper json = new ObjectMapper();
    private String deployment;
    private TestBrowser browser;

    @BeforeEach
    void deployAProcessAndOpenABrowser() {
        var process = Bpmn.createExecutableProcess("webapps-test")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("work")
                .name("Work")
                .endEvent()
                .done();
        deployment = repository
                .createDeployment()
                .addModelInstance("webapps-test.bpmn", process)
                .deploy()
                .getId();
        browser = new TestBrowser(port);
    }

    @AfterEach
    void removeTheProcess() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void letsAClerkStartAProcessAndDoItsTaskInTasklist() throws Exception {
        logIn(TestUsers.CLERK);

        assertThat(names(
                        get(API + "/process-definition?latest=true&active=true&startableInTasklist=true"
                                + "&startablePermissionCheck=true&key=webapps-test"),
                        "key"))
                .containsExactly("webapps-test");
        String businessKey = started();
        JsonNode tasks = ok(post(
                API + "/filter/" + filter("All tasks") + "/list",
                "{\"processInstanceBusinessKey\":\"" + businessKey + "\"}"));
        assertThat(names(tasks, "name")).containsExactly("Work: " + businessKey);
        String task = tasks.get(0).get("id").asText();
        assertThat(post(API + "/task/" + task + "/claim", "{\"userId\":\"clerk\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(names(ok(post(API + "/filter/" + filter("My tasks") + "/list", "{}")), "id"))
                .contains(task);
        assertThat(post(API + "/task/" + task + "/submit-form", "{\"variables\":{\"done\":{\"value\":true}}}")
                        .body())
                .contains("SX-1007", "the body may not contain variables.done.value");
        assertThat(post(API + "/task/" + task + "/submit-form", "{\"variables\":{}}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(names(get(API + "/history/task?processInstanceBusinessKey=" + businessKey), "deleteReason"))
                .containsExactly("completed");
    }

    @Test
    void letsAClerkTakeOverTheTaskOfSomebodyElse() throws Exception {
        logIn(TestUsers.CLERK);
        String businessKey = started();
        String task = get(API + "/task?processInstanceBusinessKey=" + businessKey)
                .get(0)
                .get("id")
                .asText();
        tasks.setAssignee(task, TestUsers.ADMIN);

        assertThat(post(API + "/task/" + task + "/unclaim", "").statusCode()).isEqualTo(204);
        assertThat(post(API + "/task/" + task + "/claim", "{\"userId\":\"clerk\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void speaksTheLanguageOfTheReaderInTasklist() {
        logIn(TestUsers.CLERK);
        String config = "/camunda/app/tasklist/scripts/config.js";

        assertThat(browser.get(config).body())
                .contains(
                        "app: {\"vendor\":\"Service Exchange\"}",
                        "\"availableLocales\":[\"en\"]",
                        "\"tasklist.openConnection\":\"Open provider connection {0}\"",
                        "scripts/forms.js");
        HttpResponse<String> german = browser.send(
                browser.request(config).header("Accept-Language", "de-AT").GET());
        assertThat(german.body())
                .contains(
                        "\"fallbackLocale\":\"de\"",
                        "\"tasklist.openConnection\":\"Anbieterverbindung {0} öffnen\"",
                        "\"problem.column.actor\"");
        assertThat(browser.get("/camunda/app/tasklist/scripts/forms.js").body()).contains(".filter('say'");
        assertThat(new TestBrowser(port).get(config).statusCode()).isEqualTo(302);
    }

    @Test
    void refusesToStartAConnectionWithoutALink() {
        logIn(TestUsers.CLERK);

        assertThat(post(API + "/process-definition/key/provider-connection/start", "{}")
                        .statusCode())
                .isEqualTo(403);
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("provider-connection")
                .latestVersion()
                .singleResult()
                .getId();
        HttpResponse<String> refused =
                post(API + "/process-definition/" + definition + "/submit-form", "{\"variables\":{}}");

        assertThat(refused.statusCode()).isEqualTo(ProblemCode.LINK_INCOMPLETE.status());
        assertThat(refused.body())
                .contains("The registration link is not complete. Copy the whole link from the e-mail, or ask the"
                        + " provider for a new one.");
    }

    @Test
    void opensTasklistToAClerkAndAllWebappsToAnAdmin() throws Exception {
        logIn(TestUsers.CLERK);
        assertThat(names(get("/camunda/api/admin/auth/user/default").get("authorizedApps")))
                .containsExactlyInAnyOrder("welcome", "tasklist");
        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);

        browser = new TestBrowser(port);
        logIn(TestUsers.ADMIN);
        assertThat(names(get("/camunda/api/admin/auth/user/default").get("authorizedApps")))
                .containsExactlyInAnyOrder("welcome", "tasklist", "cockpit", "admin");
        assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        assertThat(browser.get("/camunda/app/admin/default/").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsTheWebappsOwnContentPolicy() {
        logIn(TestUsers.CLERK);

        assertThat(browser.get(TASKLIST).headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("script-src 'nonce-");
    }

    @Test
    void leadsToTheOneLoginAndBack() {
        HttpResponse<String> refused = browser.get(TASKLIST);
        assertThat(refused.headers().firstValue("Location").orElse("")).endsWith("/login");

        HttpResponse<String> loggedIn = browser.logIn(TestUsers.CLERK, TestUsers.PASSWORD);
        assertThat(loggedIn.headers().firstValue("Location").orElse("")).endsWith(TASKLIST);
    }

    @Test
    void answers401ToAnApiCallWithoutLogin() {
        assertThat(browser.get(API + "/task").statusCode()).isEqualTo(401);
    }

    @Test
    void isClosedToContacts() {
        String contact = user(Set.of(Role.CONTACT));
        browser.logIn(contact, TestUsers.PASSWORD);

        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(403);
        assertThat(browser.get(API + "/task").statusCode()).isEqualTo(403);
        assertThat(browser.get("/camunda/api/admin/auth/user/default").statusCode())
                .isEqualTo(403);
    }

    @Test
    void endsTheOneSessionByTheLogoutOfTheWebapps() {
        logIn(TestUsers.CLERK);

        assertThat(post("/camunda/api/admin/auth/user/default/logout", "").statusCode())
                .isEqualTo(204);
        assertThat(browser.get("/").headers().firstValue("Location").orElse("")).endsWith("/login");
    }

    @Test
    void endsTheSessionOfAUserWhoWasDeleted() {
        String user = user(Set.of(Role.SERVICE_EXCHANGE_ADMIN));
        browser.logIn(user, TestUsers.PASSWORD);
        identities.deleteUser(user);

        assertThat(browser.get(API + "/task").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /user/create",
        "PUT, /user/admin/profile",
        "PUT, /user/admin/credentials",
        "POST, /user/admin/unlock",
        "DELETE, /user/clerk",
        "PUT, /group/admin/members/clerk",
        "DELETE, /group/admin/members/admin",
        "POST, /group/create",
        "POST, /authorization/create",
        "DELETE, /tenant/some-id",
    })
    void saysInAdminWhereUsersAreKept(String method, String path) {
        logIn(TestUsers.ADMIN);

        HttpResponse<String> response = call(method, API + path, "{}");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("SX-1007", "kept on the page Users of Service Exchange");
    }

    @Test
    void refusesACallWithoutTheTokenOfTheWebapps() {
        logIn(TestUsers.CLERK);

        assertThat(browser.send(browser.request(API + "/task")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(call("POST", API + "/task", "{}").statusCode())
                .as("the person is still logged in")
                .isEqualTo(200);
    }

    @Test
    void givesFirstRequestsAtTheSameMomentOneTokenAndKeepsNone() {
        browser.logIn(TestUsers.CLERK, TestUsers.PASSWORD);
        String session = "test-instance-session=" + browser.cookie("test-instance-session");

        List<String> tokens = Stream.generate(() -> HttpClient.newHttpClient()
                        .sendAsync(
                                browser.request(TASKLIST)
                                        .header("Cookie", session)
                                        .build(),
                                BodyHandlers.discarding()))
                .limit(4)
                .toList()
                .stream()
                .map(answer ->
                        answer.join().headers().firstValue("X-XSRF-TOKEN").orElse(""))
                .toList();

        assertThat(Set.copyOf(tokens)).hasSize(1).doesNotContain("");
        assertThat(sessions.sql("select count(*) from browser_session_value where name like '%CSRF%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /camunda/api/admin/setup/default/user/create",
        "GET, /camunda/api/admin/setup/default/user/create",
        "POST, /camunda/api/admin/setup/default/user/create/",
        "POST, /camunda/api/admin/setup/other/user/create",
        "GET, /camunda/app/admin/default/setup/",
        "GET, /camunda/app/admin/default/setup",
        "GET, /camunda/app/tasklist/setup/",
        "POST, /camunda/api/admin/auth/user/default/login/tasklist",
        "POST, /camunda/api/admin/auth/user/default/login/cockpit/",
        "POST, /camunda/api/engine/engine/default/identity/verify",
    })
    void keepsTheWebappsOwnSetUpAndLoginClosedEvenToAnAdmin(String method, String path) {
        logIn(TestUsers.ADMIN);

        HttpResponse<String> response = call(method, path, "{}");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("SX-9003");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/auth/user/default/login/admin",
                "/camunda/api/admin//setup/default/user/create",
                "/camunda/api/admin/x/../setup/default/user/create",
                "/camunda/api/admin/setup;a=b/default/user/create",
            })
    void keepsThemClosedToStrangers(String path) {
        HttpResponse<String> response = browser.send(
                browser.request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}")));

        assertThat(response.statusCode()).isIn(400, 401, 403, 404);
        assertThat(identities.createUserQuery().memberOfGroup("camunda-admin").count())
                .isEqualTo(1);
    }

    /** No browser escapes what needs no escape, so such a path is refused before anybody looks at where it leads. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/set%75p/default/user/create",
                "/camunda/api/engine/engine/default/deployment/cr%65ate"
            })
    void answersNoPathThatIsSpelledWithEscapes(String path) {
        logIn(TestUsers.ADMIN);

        assertThat(call("POST", path, "{}").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /camunda/api/engine/engine/default/deployment/create",
        "POST, /camunda/api/engine/engine/default/deployment/create/",
        "POST, /camunda/api/engine/engine/default/deployment/some-id/redeploy",
        "PUT, /camunda/api/engine/engine/default/deployment/create",
        "POST, /camunda/api/engine/deployment/create",
    })
    void hasNoDeploymentDoorEvenForAnAdmin(String method, String path) {
        logIn(TestUsers.ADMIN);

        HttpResponse<String> response = call(method, path, "{}");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body())
                .contains(
                        "SX-1007",
                        "processes come with the application, the folder of the operator, or the page Processes");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /process-definition/key/webapps-test/start",
        "POST, /process-instance/some-id/modification",
        "POST, /message",
        "POST, /execution/some-id/signal",
        "PUT, /process-instance/some-id/variables/connectingUser",
        "DELETE, /process-instance/some-id",
        "DELETE, /deployment/some-id?cascade=true",
        "PUT, /process-definition/key/webapps-test/suspended"
    })
    void refusesAnAdminWhatNobodyNeeds(String method, String path) {
        logIn(TestUsers.ADMIN);

        HttpResponse<String> response = call(method, API + path, "{}");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("SX-1007", "nothing that your role does here sends " + method);
    }

    @Test
    void answersQueriesWithoutExpressionsOnly() {
        logIn(TestUsers.CLERK);

        assertThat(post(API + "/task", "{\"orQueries\":[{\"assignee\":\"${1+1}\"}]}")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> refused = post(API + "/task", "{\"orQueries\":[{\"assigneeExpression\":\"${1+1}\"}]}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("This instance does not accept this request of the webapps:"
                        + " queries may not contain expressions.");
        assertThat(post(
                                API + "/filter/create",
                                "{\"resourceType\":\"Task\",\"name\":\"x\","
                                        + "\"query\":{\"assigneeExpression\":\"${1+1}\"}}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get(API + "/task?assignee%45xpression=%24%7B1%7D").statusCode())
                .isEqualTo(403);
    }

    @Test
    void tellsTheWebappsTheNameOfTheirCsrfCookieAndTheWayToTheLogin() {
        logIn(TestUsers.ADMIN);

        for (String app : Set.of("admin", "cockpit", "tasklist", "welcome")) {
            assertThat(browser.get("/camunda/app/" + app + "/scripts/config.js?bust=1")
                            .body())
                    .contains(
                            "csrfCookieName: \"test-instance-csrf\"",
                            "customScripts: [\"scripts/to-login.js\",\"scripts/center.js\"");
            assertThat(browser.get("/camunda/app/" + app + "/scripts/to-login.js")
                            .body())
                    .contains("#/login");
            assertThat(browser.get("/camunda/app/" + app + "/scripts/center.js").body())
                    .contains("sx-back");
            assertThat(browser.get("/camunda/app/" + app + "/styles/user-styles.css")
                            .body())
                    .contains(".ce-eol-banner { display: none; }");
        }
    }

    @Test
    void namesItsCookiesAfterTheInstance() {
        logIn(TestUsers.ADMIN);

        assertThat(browser.cookie("test-instance-session")).isNotEmpty();
        assertThat(browser.cookie("test-instance-csrf")).isNotEmpty();
        assertThat(browser.cookie("JSESSIONID")).isEmpty();
        assertThat(browser.cookie("XSRF-TOKEN")).isEmpty();
    }

    /** The application starts processes with keys; the webapps cannot. */
    private String started() {
        String businessKey = UUID.randomUUID().toString();
        runtime.startProcessInstanceByKey("webapps-test", businessKey);
        return businessKey;
    }

    private String user(Set<Role> roles) {
        String id = "user-" + UUID.randomUUID();
        users.create(id, "Test", "User", "", users.hash(TestUsers.PASSWORD), roles);
        return id;
    }

    private void logIn(String user) {
        browser.logIn(user, TestUsers.PASSWORD);
        browser.get(TASKLIST);
    }

    private String filter(String name) throws Exception {
        JsonNode found = get(API + "/filter?resourceType=Task&name=" + name.replace(" ", "%20"));
        assertThat(found).hasSize(1);
        return found.get(0).get("id").asText();
    }

    private JsonNode get(String path) throws Exception {
        return ok(browser.send(
                browser.request(path).header("Accept", "application/json").GET()));
    }

    private HttpResponse<String> post(String path, String body) {
        return call("POST", path, body);
    }

    private HttpResponse<String> call(String method, String path, String body) {
        return browser.send(browser.request(path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", browser.cookie("test-instance-csrf"))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private JsonNode ok(HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json.readTree(response.body());
    }

    private static List<String> names(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> names(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(item -> item.get(field).asText())
                .toList();
    }
}
