package org.serviceexchange.platform.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.serviceexchange.TestUsers;
import org.serviceexchange.api.ApiTest;
import org.serviceexchange.api.ApiWorld;
import org.serviceexchange.api.Scope;
import org.serviceexchange.directory.Directory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever arrives at whatever address, the answer is never that this instance failed. */
@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class AnyInputTest {

    /** Ends the session that all other requests need. */
    private static final Set<String> LEFT_OUT = Set.of("/logout");

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    ApiWorld world;

    @Autowired
    Directory directory;

    private HostileClient client;
    private final Map<String, Integer> failures = new TreeMap<>();
    private int answers;

    @BeforeEach
    void connect() {
        client = new HostileClient(port);
    }

    @Test
    void noPageFailsForAnybody() {
        world.order();
        routes().forEach((path, handlers) -> {
            client.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
            for (String place : HostileInputs.paths(path)) {
                send("GET", place, "", null, "");
                send("DELETE", place, "", null, "");
            }
            for (String form : HostileInputs.forms(parameters(handlers))) {
                send("GET", HostileInputs.plain(path), form, null, "");
                send("POST", HostileInputs.plain(path), "", "application/x-www-form-urlencoded", form);
            }
        });

        nothingFailed(1_000);
        assertThat(directory.providerRecord()).isPresent();
    }

    @Test
    void nobodyGetsASessionWithoutALogin() {
        routes().keySet().forEach(path -> {
            send("GET", HostileInputs.plain(path), "a=1", null, "");
            send("POST", HostileInputs.plain(path), "", "application/x-www-form-urlencoded", "a=1");
        });
        for (String path :
                List.of("/no-such-page", "/camunda/app/tasklist/", "/oauth2/authorize", "/sx/v1/no", "/api/v1")) {
            send("GET", path, "", null, "");
        }
        StringBuilder many = new StringBuilder("a=0");
        for (int field = 1; field < 990; field++) {
            many.append("&a").append(field).append('=').append(field);
        }
        send("GET", "/account/password", many.toString(), null, "");
        send("POST", "/login", "", "application/x-www-form-urlencoded", many.toString());

        nothingFailed(100);
        assertThat(client.cookie("test-instance-session")).isEmpty();
    }

    @Test
    void noMessageBetweenInstancesFails() {
        for (String path : List.of("/sx/v1/claims", "/sx/v1/exchanges", "/sx/v1/confirmations", "/sx/v1/probes")) {
            for (String body : HostileInputs.messages()) {
                send("POST", path, "", "application/json", body);
            }
            send("POST", path, "", "text/plain", "{}");
            send("POST", path, "", "application/x-www-form-urlencoded", "a=1&a=2");
        }

        nothingFailed(400);
    }

    @Test
    void noRequestOfAServiceFails() {
        client.authorize(world.token("svc-" + System.nanoTime(), Scope.WRITE).text());
        String order = world.order().json();
        for (String path : List.of(
                "/api/v1/registrations",
                "/api/v1/registrations/REG0001001",
                "/api/v1/registrations/REG0001001/cancel",
                "/api/v1/registrations/REG0001001/resend-link")) {
            for (String body : HostileInputs.json(order)) {
                send("POST", path, "", "application/json", body);
            }
            for (String query : HostileInputs.forms(Set.of("limit", "cursor", "state"))) {
                send("GET", path, query, null, "");
            }
        }

        nothingFailed(100);
    }

    @Test
    void noRequestOfTheAuthorizationServerFails() {
        Set<String> names = Set.of(
                "code",
                "code_verifier",
                "grant_type",
                "client_assertion",
                "client_assertion_type",
                "client_id",
                "redirect_uri",
                "scope",
                "state",
                "code_challenge",
                "code_challenge_method",
                "response_type");
        for (String form : HostileInputs.forms(names)) {
            send("POST", "/oauth2/token", "", "application/x-www-form-urlencoded", form);
            send("GET", "/oauth2/authorize", form, null, "");
        }
        send(
                "POST",
                "/oauth2/token",
                "",
                "application/x-www-form-urlencoded",
                HostileInputs.ASSERTED + "&code=a&code=b");
        send(
                "POST",
                "/oauth2/token",
                "",
                "application/x-www-form-urlencoded",
                HostileInputs.ASSERTED + "&code=a&code_verifier=v&code_verifier=w");

        nothingFailed(25);
    }

    @Test
    void noRequestOfTheWebappsFailsForWhatItSays() {
        client.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
        client.get("/camunda/app/admin/default/");
        send("GET", "/camunda/%61pi/engine/engine/default/task", "", null, "");
        send("GET", "/c%61munda/api/engine/engine/default/task", "", null, "");
        send("POST", "/camunda/api/engine/engine/default/user/create", "", "application/json", user("null"));
        send("PUT", "/camunda/api/engine/engine/default/user/clerk/credentials", "", "application/json", """
                {"password": null, "authenticatedUserPassword": null}""");
        send("PUT", "/camunda/api/engine/engine/default/user/clerk/credentials", "", "application/json", """
                {"password": "a long enough password", "authenticatedUserPassword": null}""");
        send(
                "POST",
                "/camunda/api/engine/engine/default/task",
                "",
                "application/json",
                "{\"maxResults\":" + "9".repeat(1_001) + "}");
        for (String body : HostileInputs.json("{\"candidateGroup\": \"a\", \"priority\": 1}")) {
            send("POST", "/camunda/api/engine/engine/default/task", "", "application/json", body);
        }

        nothingFailed(10);
    }

    @Test
    void anOrderThatIsRefusedCostsOneLineOfTheLog(CapturedOutput log) {
        client.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
        client.get("/camunda/app/tasklist/default/");
        int before = log.getAll().length();
        String path = "/camunda/api/engine/engine/default/process-definition/key/consumer-registration/start";
        int status = client.send("POST", path, "", "application/json", "{\"variables\": {}}");

        String written = log.getAll().substring(before);
        assertThat(status).isGreaterThanOrEqualTo(400);
        assertThat(written.lines().filter(line -> line.contains(path))).hasSizeLessThanOrEqualTo(1);
        assertThat(written.lines().filter(line -> line.startsWith("\tat "))).isEmpty();
    }

    private static String user(String password) {
        return """
                {"profile": {"id": "nobody-new", "firstName": "N", "lastName": "N", "email": ""},
                 "credentials": {"password": %s}}""".formatted(password);
    }

    private void send(String method, String path, String query, String type, String body) {
        int status = client.send(method, path, query, type, body);
        answers++;
        if (status >= 500) {
            failures.merge(method + " " + path + " " + shortened(query + body), status, Math::max);
        }
    }

    private static String shortened(String text) {
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }

    private void nothingFailed(int asked) {
        assertThat(failures).isEmpty();
        assertThat(answers).isGreaterThan(asked);
    }

    private Map<String, List<HandlerMethod>> routes() {
        Map<String, List<HandlerMethod>> routes = new TreeMap<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> route :
                mappings.getHandlerMethods().entrySet()) {
            for (String path : route.getKey().getPatternValues()) {
                boolean page = !path.startsWith("/sx/") && !path.startsWith("/api/") && !LEFT_OUT.contains(path);
                if (page) {
                    routes.computeIfAbsent(path, none -> new ArrayList<>()).add(route.getValue());
                }
            }
        }
        assertThat(routes).containsKeys("/companies", "/login");
        return routes;
    }

    private static Set<String> parameters(List<HandlerMethod> handlers) {
        Set<String> names = new TreeSet<>();
        handlers.forEach(handler -> names.addAll(HostileInputs.parameters(handler)));
        return names;
    }
}
