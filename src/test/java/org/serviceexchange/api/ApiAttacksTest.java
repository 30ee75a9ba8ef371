package org.serviceexchange.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceexchange.api.ApiCaller.REGISTRATIONS;
import static org.serviceexchange.api.ApiCaller.code;
import static org.serviceexchange.api.ApiCaller.header;
import static org.serviceexchange.api.ApiCaller.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.Guarantee;
import org.serviceexchange.TestBrowser;
import org.serviceexchange.TestUsers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attacks that the API must withstand; every refusal is a problem document that the OpenAPI document describes. */
@ApiTest
class ApiAttacksTest {

    @LocalServerPort
    int port;

    @Autowired
    ApiWorld world;

    @Autowired
    JdbcClient jdbc;

    private IssueToken.Issued issued;
    private ApiCaller crm;

    @BeforeEach
    void aServiceThatMayWrite() {
        issued = world.token("attacks", Scope.WRITE);
        crm = new ApiCaller(port, issued.text());
        // A right token gives the address its budget back, which tests before may have used up
        crm.get("/api/v1");
    }

    @Test
    void asksForATokenWhoeverComesWithoutOne() {
        ApiCaller nobody = new ApiCaller(port, "");
        for (String path : new String[] {"/api/v1", "/api/v1/openapi.yaml", REGISTRATIONS, "/api/v2", "/api"}) {
            HttpResponse<String> response = nobody.get(path, "Accept", "text/html");
            assertThat(response.statusCode()).as(path).isEqualTo(401);
            assertThat(header(response, "WWW-Authenticate")).isEqualTo("Bearer realm=\"service-exchange\"");
            assertThat(code(response)).isEqualTo("SX-7001");
        }
    }

    @Test
    void knowsNoSessionOfAPerson() {
        TestBrowser admin = new TestBrowser(port);
        admin.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
        assertThat(admin.send(admin.request("/api/v1").GET()).statusCode()).isEqualTo(401);
        HttpResponse<String> forged = admin.send(admin.request(REGISTRATIONS)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(world.order().json())));
        assertThat(forged.statusCode()).isEqualTo(401);
        assertThat(forged.headers().allValues("Set-Cookie")).isEmpty();
        HttpResponse<String> withToken = admin.send(admin.request("/api/v1")
                .header("Authorization", "Bearer " + issued.text())
                .GET());
        assertThat(json(withToken).get("service").asText()).isEqualTo("service:attacks");
    }

    @Test
    void doesNotTakeALanguageFromACookie() {
        HttpResponse<String> response = crm.get("/api/v1/nothing", "Cookie", "test-instance-language=de");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(json(response).get("title").asText()).isEqualTo("There is nothing at this address.");
    }

    @Test
    void opensNothingButTheApiToAToken() {
        TestBrowser browser = new TestBrowser(port);
        for (String path : new String[] {"/registrations", "/api-tokens", "/camunda/api/engine/engine", "/"}) {
            HttpResponse<String> response = browser.send(browser.request(path)
                    .header("Authorization", "Bearer " + issued.text())
                    .GET());
            assertThat(response.statusCode()).as(path).isIn(302, 401, 403);
        }
    }

    @Test
    void slowsDownWrongTokensAndStillServesRightOnes() {
        // With a valid checksum, so that it reaches the database
        String unknown = TokenText.ofSecret("A".repeat(43)).value();
        ApiCaller guessing = new ApiCaller(port, unknown);
        HttpResponse<String> response = guessing.get("/api/v1");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(header(response, "WWW-Authenticate")).contains("error=\"invalid_token\"");
        for (int i = 0; i < 5; i++) {
            response = guessing.get("/api/v1");
        }
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(header(response, "Retry-After")).isEqualTo("60");
        assertThat(crm.get("/api/v1").statusCode()).isEqualTo(200);
        assertThat(guessing.get("/api/v1").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic %s", "Bearer", "Bearer  ", "Bearer %s x", "Bearer %s,%s", "%s", "Bearer x%s"})
    void refusesWhatIsNotExactlyAToken(String form) {
        ApiCaller caller = new ApiCaller(port, "");
        HttpResponse<String> response = caller.get("/api/v1", "Authorization", form.formatted(issued.text(), "x"));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(code(response)).isEqualTo("SX-7002");
        crm.get("/api/v1");
    }

    @Guarantee(of = AuthenticateService.class, says = "A scope or a life that was edited in the database is refused.")
    @Test
    void refusesALifeThatWasEditedInTheDatabase() {
        jdbc.sql("update api_token set expires_at = timestamp with time zone '2099-01-01 00:00:00+00' where number = ?")
                .param(issued.token().number())
                .update();
        assertThat(code(crm.get("/api/v1"))).isEqualTo("SX-7002");
        new ApiCaller(port, world.token("attacks", Scope.READ).text()).get("/api/v1");
    }

    @Guarantee(of = AuthenticateService.class, says = "A scope or a life that was edited in the database is refused.")
    @Test
    void refusesAScopeThatWasEditedInTheDatabase() {
        IssueToken.Issued reader = world.token("reader", Scope.READ);
        jdbc.sql("update api_token set scope = 'WRITE' where number = ?")
                .param(reader.token().number())
                .update();
        assertThat(new ApiCaller(port, reader.text()).get("/api/v1").statusCode())
                .isEqualTo(401);
        crm.get("/api/v1");
    }

    @Test
    void letsAReaderLookAndNothingElse() {
        ApiCaller reader = new ApiCaller(port, world.token("reader", Scope.READ).text());
        assertThat(reader.get(REGISTRATIONS).statusCode()).isEqualTo(200);
        for (HttpResponse<String> response : List.of(
                reader.create(world.order()),
                reader.post(REGISTRATIONS + "/REG0001001/cancel"),
                reader.send("DELETE", REGISTRATIONS + "/REG0001001", null))) {
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(code(response)).isEqualTo("SX-7004");
            assertThat(header(response, "WWW-Authenticate")).contains("insufficient_scope", "scope=\"write\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "multipart/form-data"})
    void readsNothingButJson(String type) {
        HttpResponse<String> response = crm.send(
                "POST", REGISTRATIONS, world.order().json(), "Content-Type", type, "Idempotency-Key", "any-key-1");
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(header(response, "Accept")).contains("application/json");
        assertThat(code(response)).isEqualTo("SX-7007");
    }

    @Test
    void refusesALongBodyBeforeReadingIt() {
        HttpResponse<String> response = crm.create("{\"companyId\":\"" + "x".repeat(1024 * 1024) + "\"}", "any-key-2");
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(json(response).get("title").asText()).isEqualTo("The body is longer than 16,384 bytes.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''| it is not one JSON object",
                "null| it is not one JSON object",
                "[]| it is not one JSON object",
                "{| it is not one JSON object",
                "{}| the member \"companyId\" is missing, appears twice, or is not a text",
                "{\"companyId\":1}| the member \"companyId\" is missing, appears twice, or is not a text",
                "{\"companyId\":\"a\",\"contactId\":null,\"consumerUrl\":\"c\"}| the member \"contactId\" is missing, appears twice, or is not a text",
                "{\"companyId\":\"a\",\"contactId\":\"b\",\"consumerUrl\":\"c\",\"requestedBy\":\"admin\"}| the member \"requestedBy\" is unknown",
            })
    void saysWhatIsWrongWithABody(String body, String reason) {
        HttpResponse<String> response = crm.create(body, "any-key-3");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).get("title").asText()).isEqualTo("The body cannot be read: " + reason + ".");
    }

    @Test
    void refusesAMemberThatAppearsTwiceAndWhatFollowsTheBody() {
        String order = world.order().json();
        String twice = order.replace("{", "{\"companyId\": \"CMP0000000\", ");
        assertThat(code(crm.create(twice, "any-key-4"))).isEqualTo("SX-7008");
        assertThat(code(crm.create(order + order, "any-key-5"))).isEqualTo("SX-7008");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "with blanks in it",
                "a\tkey\twith\ttabs",
                "\"half-quoted",
                "key%0d%0aX-Evil:%20yes",
                "first-key-1, second-key-2",
                "<script>alert(1)</script>"
            })
    void refusesAKeyThatIsNone(String key) {
        HttpResponse<String> response = crm.create(world.order().json(), key);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(code(response)).isEqualTo("SX-7011");
        assertThat(response.headers().map()).doesNotContainKey("x-evil");
    }

    @Test
    void refusesAKeyThatComesTwiceOrNotAtAll() {
        String order = world.order().json();
        assertThat(code(crm.send(
                        "POST",
                        REGISTRATIONS,
                        order,
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        "key-number-1",
                        "Idempotency-Key",
                        "key-number-2")))
                .isEqualTo("SX-7011");
        assertThat(code(crm.send("POST", REGISTRATIONS, order, "Content-Type", "application/json")))
                .isEqualTo("SX-7011");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=101, limit",
        "limit=-1, limit",
        "limit=x, limit",
        "limit=99999999999999999999, limit",
        "cursor=!, cursor",
        "cursor=Jyk7IGRyb3AgdGFibGU, cursor",
        "cursor=, cursor",
        "state=open, state",
        "state=', state"
    })
    void refusesParametersThatAreNotValid(String query, String name) {
        for (String list : new String[] {"registrations", "consumer-connections", "provider-connections"}) {
            HttpResponse<String> response = crm.get("/api/v1/" + list + "?" + query.replace("'", "%27"));
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(json(response).get("title").asText())
                    .startsWith("The parameter \"" + name + "\" is not valid: ");
        }
    }

    @Test
    void saysWhichMethodsAndFormsThereAre() {
        HttpResponse<String> method = crm.send("DELETE", REGISTRATIONS, null);
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(header(method, "Allow")).contains("GET", "POST");
        assertThat(json(method).get("title").asText()).isEqualTo("This address does not answer to the method DELETE.");
        HttpResponse<String> form = crm.get(REGISTRATIONS, "Accept", "text/html");
        assertThat(form.statusCode()).isEqualTo(406);
        assertThat(code(form)).isEqualTo("SX-7006");
        assertThat(crm.get("/api/v1/openapi.yaml").body()).startsWith("openapi: 3.1.0");
    }

    @Test
    void saysWhatIsUnknownInTheLanguageOfTheRequest() {
        HttpResponse<String> unknown =
                crm.get("/api/v1/consumer-connections/CCN0009999", "Accept-Language", "ja, en;q=0.5");
        assertThat(json(unknown).get("detail").asText())
                .isEqualTo("There is no consumer connection CCN0009999."
                        + " Check the number, or choose it from the list of consumer connections.");
        assertThat(header(unknown, "Vary")).contains("Accept-Language");
        assertThat(header(crm.get(REGISTRATIONS + "/REG0009999", "Accept-Language", "de"), "Content-Language"))
                .isEqualTo("de");
        assertThat(code(crm.get("/api/v1/provider-connections/PCN0009999"))).isEqualTo("SX-6003");
        assertThat(code(crm.get(REGISTRATIONS + "/REG0009999/journal"))).isEqualTo("SX-2020");
        assertThat(code(crm.post(REGISTRATIONS + "/REG0009999/cancel"))).isEqualTo("SX-2020");
    }

    @Test
    void issuesTokensForAdminsOnly() {
        TestBrowser clerk = new TestBrowser(port);
        clerk.logIn(TestUsers.CLERK, TestUsers.PASSWORD);
        assertThat(clerk.get("/api-tokens").statusCode()).isEqualTo(403);
        assertThat(clerk.get("/api-tokens/openapi.yaml").statusCode()).isEqualTo(403);
        TestBrowser admin = new TestBrowser(port);
        admin.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
        assertThat(admin.post("/api-tokens", Map.of("service", "crm")).statusCode())
                .isEqualTo(403);
        assertThat(admin.submit("/api-tokens", "/api-tokens", Map.of("service", "c r m", "days", "90"))
                        .body())
                .contains("Service is not valid: use letters, digits and dashes only, 40 at most,");
        assertThat(admin.submit("/api-tokens", "/api-tokens", Map.of("service", "crm", "days", "366"))
                        .body())
                .contains("Valid for is not valid: it is a number of days from 1 to 365.");
        assertThat(admin.send(admin.request("/api-tokens/openapi.yaml").GET()).body())
                .startsWith("openapi: 3.1.0");
    }

    @Test
    void keepsNoTokenInTheDatabase() {
        assertThat(jdbc.sql("select count(*) from api_token where token_hash = ? or proof = ?")
                        .params(issued.text(), issued.text())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(issued.toString()).doesNotContain(issued.text());
    }
}
