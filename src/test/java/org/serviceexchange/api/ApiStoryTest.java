package org.serviceexchange.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.serviceexchange.api.ApiCaller.REGISTRATIONS;
import static org.serviceexchange.api.ApiCaller.code;
import static org.serviceexchange.api.ApiCaller.header;
import static org.serviceexchange.api.ApiCaller.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;
import org.serviceexchange.TestBrowser;
import org.serviceexchange.TestUsers;
import org.serviceexchange.block.field.OwnField;
import org.serviceexchange.block.field.OwnFields;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A service from its first token to its last request, over HTTP and with the real process. */
@ApiTest
class ApiStoryTest {

    private static final Pattern TOKEN = Pattern.compile("value=\"(sxt_[^\"]+)\"");
    private static final Pattern REVOKE = Pattern.compile("/api-tokens/(TOK[0-9]+)/revoke");

    @LocalServerPort
    int port;

    @Autowired
    ApiWorld world;

    @Autowired
    Registrations registrations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OwnFields ownFields;

    @Autowired
    TransactionTemplate transaction;

    @Guarantee(
            of = AuthenticateService.class,
            says = "The row is read for every request, so that a revoked token is refused at once, on every node.")
    @Test
    void createsFollowsAndCancelsARegistrationUntilItsTokenIsRevoked() {
        TestBrowser admin = new TestBrowser(port);
        admin.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
        ApiCaller crm = new ApiCaller(port, issue(admin, "crm"));
        ApiWorld.Order order = world.order();

        HttpResponse<String> created = crm.create(order.json(), "\"order-0000001\"");
        HttpResponse<String> again = crm.create(order.json().replace(": ", ":"), "order-0000001");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(created.body());
        assertThat(header(again, "ETag")).isEqualTo(header(created, "ETag"));
        JsonNode registration = json(created);
        assertThat(registration.get("requestedBy").asText()).isEqualTo("service:crm");
        assertThat(registration.get("state").asText()).isEqualTo("AWAITING_VALIDATION");
        assertThat(header(created, "Location"))
                .isEqualTo(registration.at("/links/self").asText())
                .startsWith("http://localhost:9" + REGISTRATIONS + "/REG");

        String path = REGISTRATIONS + "/" + registration.get("number").asText();
        String opened = whenOpen(crm, path);
        assertThat(crm.get(path, "If-None-Match", opened).statusCode()).isEqualTo(304);
        String journal = crm.get(path + "/journal").body();
        assertThat(journal)
                .contains("\"author\":\"service:crm\"")
                .contains(
                        "send it to the contact by a way you trust: (the link is shown to admins on the page of the registration)")
                .doesNotContain("secret=");
        assertThat(crm.get(path + "/journal", "Accept-Language", "de").body())
                .contains("(der Link steht für Admins auf der Seite der Registrierung)");

        assertThat(crm.get(path + "/own-fields").body()).isEqualTo("{\"items\":[]}");
        keep(registration.get("number").asText(), new OwnField("own_purchaseOrder", "Purchase order", "4711"));
        assertThat(crm.get(path + "/own-fields").body())
                .isEqualTo(
                        "{\"items\":[{\"name\":\"own_purchaseOrder\",\"label\":\"Purchase order\",\"value\":\"4711\"}]}");
        resends(crm, path, opened, header(created, "ETag"));
        corrects(crm, path, order.consumerUrl());
        cancels(crm, path);
        revokes(admin, crm);
    }

    private void keep(String number, OwnField field) {
        transaction.executeWithoutResult(status -> ownFields.keep(number, List.of(field)));
    }

    private String issue(TestBrowser admin, String service) {
        HttpResponse<String> page =
                admin.submit("/api-tokens", "/api-tokens", Map.of("service", service, "scope", "WRITE", "days", "90"));
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).as(page.body()).isTrue();
        assertThat(page.body()).contains("Copy the token now");
        assertThat(header(page, "Cache-Control")).contains("no-store");
        assertThat(admin.get("/api-tokens").body()).doesNotContain(token.group(1));
        return token.group(1);
    }

    private static String whenOpen(ApiCaller crm, String path) {
        await().until(() -> json(crm.get(path)).get("state").asText().equals("OPEN")
                && crm.get(path + "/journal").body().contains("Copy this link"));
        return header(crm.get(path), "ETag");
    }

    private static void resends(ApiCaller crm, String path, String opened, String older) {
        assertThat(crm.post(path + "/resend", "If-Match", opened).statusCode()).isEqualTo(202);
        await().until(() -> crm.get(path + "/journal").body().contains("A new link was made"));
        HttpResponse<String> late = crm.post(path + "/resend", "If-Match", older);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(json(late).get("title").asText()).endsWith("has changed since it was read.");
    }

    private static void corrects(ApiCaller crm, String path, String before) {
        String wanted = before.replace("https://", "https://moved.");
        String body = "{\"consumerUrl\":\"" + wanted + "\",\"goOn\":false}";
        String json = "application/json";
        String address = path + "/address";
        assertThat(crm.send("POST", address, body, "Content-Type", json, "If-Match", "\"older\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(code(crm.send("POST", address, "{\"consumerUrl\":\"" + wanted + "\"}", "Content-Type", json)))
                .isEqualTo("SX-7008");
        assertThat(code(crm.send("POST", address, body.replace("https", "http"), "Content-Type", json)))
                .isEqualTo("SX-2007");
        HttpResponse<String> corrected = crm.send("POST", address, body, "Content-Type", json);
        assertThat(corrected.statusCode()).isEqualTo(200);
        assertThat(json(corrected).get("consumerUrl").asText()).isEqualTo(wanted);
        await().until(() -> crm.get(path + "/journal").body().contains("from " + before + " to " + wanted));
    }

    private static void cancels(ApiCaller crm, String path) {
        String german = header(crm.get(path, "Accept-Language", "de"), "ETag");
        HttpResponse<String> accepted = crm.post(path + "/cancel", "If-Match", "\"older\", " + german);
        assertThat(accepted.statusCode()).isEqualTo(202);
        await().until(() -> json(crm.get(path)).get("state").asText().equals("CLOSED_INCOMPLETE"));
        assertThat(json(crm.get(path)).get("closingReason").asText()).isEqualTo("CANCELLED");
        assertThat(crm.get(path + "/evidence").body())
                .startsWith("{\"type\":\"evidence\",\"format\":1,\"side\":\"PROVIDER\"")
                .contains("\"state\":\"CLOSED_INCOMPLETE\"")
                .doesNotContain("secret=");
        assertThat(code(crm.post(path + "/cancel"))).isEqualTo("SX-2021");
        assertThat(code(crm.post(path + "/resend"))).isEqualTo("SX-2022");
    }

    private static void revokes(TestBrowser admin, ApiCaller crm) {
        assertThat(json(crm.get("/api/v1")).get("service").asText()).isEqualTo("service:crm");
        Matcher link = REVOKE.matcher(admin.get("/api-tokens").body());
        assertThat(link.find()).isTrue();
        String page = link.group();
        assertThat(admin.get(page).body())
                .contains("The service crm is refused with this token from its next request on.");
        assertThat(admin.submit(page, page, Map.of()).statusCode()).isEqualTo(302);
        HttpResponse<String> refused = crm.get("/api/v1");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(code(refused)).isEqualTo("SX-7002");
        assertThat(admin.get("/api-tokens").body()).contains("Revoked");
        assertThat(admin.get(page).statusCode()).isEqualTo(404);
    }

    @Test
    void createsOneRegistrationHoweverOftenTheSameRequestComesAtOnce() throws Exception {
        ApiCaller crm = new ApiCaller(port, world.token("parallel", Scope.WRITE).text());
        ApiWorld.Order order = world.order();
        Callable<HttpResponse<String>> request = () -> crm.create(order.json(), "at-once-0001");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            var responses = threads.invokeAll(
                    IntStream.range(0, 16).mapToObj(i -> request).toList());
            for (Future<HttpResponse<String>> response : responses) {
                boolean inProgress = response.get().statusCode() == 409;
                if (inProgress) {
                    assertThat(code(response.get())).isEqualTo("SX-7013");
                    assertThat(header(response.get(), "Retry-After")).isEqualTo("1");
                } else {
                    assertThat(response.get().statusCode()).isEqualTo(201);
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(request.call().statusCode()).isEqualTo(201);
        assertThat(jdbc.sql("select number from consumer_registration where consumer_url = ?")
                        .param(order.consumerUrl())
                        .query(String.class)
                        .list())
                .hasSize(1);
    }

    @Test
    void refusesAKeyThatCameWithAnotherRequest() {
        ApiCaller crm = new ApiCaller(port, world.token("reuse", Scope.WRITE).text());
        ApiCaller other = new ApiCaller(port, world.token("other", Scope.WRITE).text());
        assertThat(crm.create(world.order().json(), "one-key-only").statusCode())
                .isEqualTo(201);
        HttpResponse<String> refused = crm.create(world.order().json(), "one-key-only");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(code(refused)).isEqualTo("SX-7012");
        assertThat(other.create(world.order().json(), "one-key-only").statusCode())
                .isEqualTo(201);
    }

    @Test
    void leavesNothingOfARefusedRequestBehind() {
        ApiCaller crm = new ApiCaller(port, world.token("refused", Scope.WRITE).text());
        ApiWorld.Order order = world.order();
        ApiWorld.Order wrong = new ApiWorld.Order(order.companyId(), order.contactId(), "http://plain.example.com");
        HttpResponse<String> refused = crm.create(wrong.json(), "same-key-again");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).get("detail").asText())
                .isEqualTo("The address http://plain.example.com does not start with https://."
                        + " Use https. Plain http is for the demonstration on this machine only.");
        assertThat(crm.create(order.json(), "same-key-again").statusCode()).isEqualTo(201);
        HttpResponse<String> second = crm.create(order);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(code(second)).isEqualTo("SX-2009");
    }

    @Test
    void answersTheSameAfterARestart() {
        ApiCaller crm = new ApiCaller(port, world.token("kept", Scope.WRITE).text());
        ApiWorld.Order order = world.order();
        String first = crm.create(order.json(), "kept-in-the-database").body();
        registrationIsCancelled(
                crm,
                json(crm.create(order.json(), "kept-in-the-database"))
                        .get("number")
                        .asText());
        assertThat(crm.create(order.json(), "kept-in-the-database").body()).isEqualTo(first);
        assertThat(jdbc.sql("select count(*) from idempotent_answer where body = ?")
                        .param(first)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static void registrationIsCancelled(ApiCaller crm, String number) {
        String path = REGISTRATIONS + "/" + number;
        await().until(() -> crm.post(path + "/cancel").statusCode() != 404);
        await().until(() -> json(crm.get(path)).get("state").asText().equals("CLOSED_INCOMPLETE"));
    }

    @Test
    void leadsThroughALongListInParts() {
        ApiCaller crm = new ApiCaller(port, world.token("lists", Scope.WRITE).text());
        IntStream.range(0, 5)
                .forEach(i -> assertThat(crm.create(world.order()).statusCode()).isEqualTo(201));
        JsonNode first = json(crm.get(REGISTRATIONS + "?limit=2"));
        JsonNode second = json(crm.get(
                REGISTRATIONS + "?limit=2&cursor=" + first.get("nextCursor").asText()));
        assertThat(first.get("items")).hasSize(2);
        assertThat(second.get("items")).hasSize(2);
        assertThat(second.at("/items/0/number").asText())
                .isLessThan(first.at("/items/1/number").asText());
        String all = REGISTRATIONS + "?limit=100&state=CLOSED_COMPLETE";
        assertThat(json(crm.get(all)).get("items")).isEmpty();
        assertThat(json(crm.get(all)).has("nextCursor")).isFalse();
    }
}
