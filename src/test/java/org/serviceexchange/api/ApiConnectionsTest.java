package org.serviceexchange.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceexchange.api.ApiCaller.REGISTRATIONS;
import static org.serviceexchange.api.ApiCaller.header;
import static org.serviceexchange.api.ApiCaller.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.connection.life.ConnectionLife;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.consumer.connection.Invitation;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.registration.Decision;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Registrations and connections with all optional members, compared with the OpenAPI document. */
@ApiTest
class ApiConnectionsTest {

    private static final String THUMBPRINT = "T".repeat(43);
    private static final String[] JSON = {"Content-Type", "application/json"};

    @LocalServerPort
    int port;

    @Autowired
    ApiWorld world;

    @Autowired
    ApiRecords records;

    @Autowired
    Registrations registrations;

    @Autowired
    ProviderConnections connections;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ConnectionLife life;

    @Autowired
    Journal journal;

    private ApiCaller crm;

    @BeforeEach
    void aReader() {
        crm = new ApiCaller(port, world.token("reader", Scope.READ).text());
        jdbc.sql("delete from consumer_registration where number like 'REG0009%'")
                .update();
        jdbc.sql("delete from provider_connection").update();
        jdbc.sql("delete from record_proof where record_key like 'REG0009%' or table_name = 'provider_connection'")
                .update();
    }

    @Test
    void showsAConsumerConnectionAndItsRegistration() {
        Registration registration = requested("REG0009001");
        connected(registration);
        add(registration);
        JsonNode connection = json(crm.get("/api/v1/consumer-connections/CCN0009001"));
        assertThat(connection.get("state").asText()).isEqualTo("ACTIVE");
        assertThat(connection.at("/inbound/since").asText()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(connection.get("thumbprint").asText()).isEqualTo(THUMBPRINT);
        JsonNode listed = json(crm.get("/api/v1/consumer-connections?state=ACTIVE"));
        assertThat(listed.at("/items/0")).isEqualTo(connection);
        JsonNode shown = json(crm.get(REGISTRATIONS + "/REG0009001"));
        assertThat(shown.at("/links/connection")).isEqualTo(connection.at("/links/self"));
        assertThat(shown.at("/claim/name").asText()).isEqualTo("consumer");
    }

    @Test
    void saysWhatStandsInTheWayInTheLanguageOfTheRequest() {
        Registration registration = requested("REG0009002");
        registration.checked(List.of(new Problem(ProblemCode.BASE_URL_NOT_SET).finding()));
        add(registration);
        var english = crm.get(REGISTRATIONS + "/REG0009002");
        assertThat(json(english).at("/findings/0/code").asText()).isEqualTo("SX-2105");
        assertThat(json(english).at("/findings/0/cause").asText()).endsWith(".");
        assertThat(json(english).at("/findings/0/actor").asText()).isEqualTo("OPERATOR");
        assertThat(crm.get(REGISTRATIONS + "/REG0009002", "If-None-Match", header(english, "ETag"))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void showsAProviderConnection() {
        add("PCN0009001", "REG0002001", TestConnections.opened());
        add("PCN0009002", "REG0002002", TestConnections.withKeys());
        ProviderConnection closed = TestConnections.claimed();
        closed.close(LocalizedMessage.of("consumer.reason.cancelled"));
        add("PCN0009003", "REG0002003", closed);
        JsonNode list = json(crm.get("/api/v1/provider-connections"));
        assertThat(list.get("items"))
                .extracting(one -> one.get("state").asText())
                .containsExactly("CLOSED_INCOMPLETE", "ACTIVATING", "AWAITING_VALIDATION");
        assertThat(list.at("/items/0/closingReason").asText()).isEqualTo("cancelled.");
        JsonNode one = json(crm.get("/api/v1/provider-connections/PCN0009002"));
        assertThat(one).isEqualTo(list.at("/items/1"));
        assertThat(one.get("providerName").asText()).isEqualTo("Acme-Provider");
        assertThat(one.toString()).doesNotContain("secret", "token", "client-1");
    }

    @Test
    void isPendingOnUsWhileATaskOfAChangedProcessIsOpen() {
        Registration registration = requested("REG0009010");
        add(registration);
        add("PCN0009010", "REG0002010", TestConnections.authenticated());
        String ofRegistration = REGISTRATIONS + "/REG0009010";
        String ofConnection = "/api/v1/provider-connections/PCN0009010";
        for (String path : List.of(ofRegistration, ofConnection)) {
            assertThat(json(crm.get(path)).get("pendingOn").asText()).isEqualTo("SYSTEM");
        }
        String before = header(crm.get(ofConnection), "ETag");
        try {
            for (String number : List.of("REG0009010", "PCN0009010")) {
                jdbc.sql("insert into act_ru_execution (id_, proc_inst_id_, business_key_) values (?, ?, ?)")
                        .params(number, number, number)
                        .update();
                jdbc.sql("insert into act_ru_task (id_, name_, proc_inst_id_) values (?, 'Ask legal', ?)")
                        .params(number, number)
                        .update();
            }
            for (String path : List.of(ofRegistration, ofConnection)) {
                assertThat(json(crm.get(path)).get("pendingOn").asText()).isEqualTo("US");
                JsonNode list = json(crm.get(path.substring(0, path.lastIndexOf('/'))));
                assertThat(list.get("items"))
                        .filteredOn(one -> path.endsWith(one.get("number").asText()))
                        .singleElement()
                        .satisfies(
                                one -> assertThat(one.get("pendingOn").asText()).isEqualTo("US"));
            }
            assertThat(header(crm.get(ofConnection), "ETag")).isNotEqualTo(before);
        } finally {
            jdbc.sql("delete from act_ru_task where id_ in ('REG0009010', 'PCN0009010')")
                    .update();
            jdbc.sql("delete from act_ru_execution where id_ in ('REG0009010', 'PCN0009010')")
                    .update();
        }
    }

    @Test
    void rotatesTheKeysOfAConnectionThatLives() {
        Registration registration = requested("REG0009003");
        connected(registration);
        add(registration);
        transactions.executeWithoutResult(status -> life.begin("CCN0009001"));
        ApiCaller writer =
                new ApiCaller(port, world.token("rotator", Scope.OPERATE).text());
        String path = "/api/v1/consumer-connections/CCN0009001";
        var read = crm.get(path);

        assertThat(crm.post(path + "/rotate").statusCode()).as("a reader").isEqualTo(403);
        assertThat(writer.post(path + "/rotate", "If-Match", "\"old\"").statusCode())
                .isEqualTo(412);
        var accepted = writer.post(path + "/rotate", "If-Match", header(read, "ETag"));
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(json(accepted)).isEqualTo(json(read));
        assertThat(journal.entries("REG0009003"))
                .filteredOn(entry -> entry.text().startsWith("Asked for new keys in place of "))
                .hasSize(1);
        assertThat(writer.post(path + "/rotate").statusCode())
                .as("on its way already")
                .isEqualTo(202);
    }

    @Test
    void refusesToRotateKeysThatAreNotInUse() {
        add("PCN0009004", "REG0002004", TestConnections.withKeys());
        ApiCaller writer =
                new ApiCaller(port, world.token("rotator", Scope.OPERATE).text());
        var refused = writer.post("/api/v1/provider-connections/PCN0009004/rotate");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).get("code").asText()).isEqualTo("SX-6006");
        assertThat(writer.post("/api/v1/provider-connections/PCN0009999/rotate").statusCode())
                .isEqualTo(404);
    }

    @Test
    void offBoardsAtTheProvider() {
        Registration registration = requested("REG0009005");
        connected(registration);
        add(registration);
        ApiCaller writer =
                new ApiCaller(port, world.token("ender", Scope.OPERATE).text());
        String path = REGISTRATIONS + "/REG0009005/off-board";
        String why = "{\"reason\":\"The contract ended.\"}";
        assertThat(crm.send("POST", path, why, JSON).statusCode())
                .as("a reader")
                .isEqualTo(403);
        assertThat(writer.send("POST", path, "{\"reason\":\" \"}", JSON).statusCode())
                .isEqualTo(422);
        assertThat(writer.send("POST", path, why, "Content-Type", "application/json", "If-Match", "\"old\"")
                        .statusCode())
                .isEqualTo(412);
        String etag = header(crm.get(REGISTRATIONS + "/REG0009005"), "ETag");
        var ended = writer.send("POST", path, why, "Content-Type", "application/json", "If-Match", etag);
        assertThat(ended.statusCode()).isEqualTo(200);
        assertThat(json(ended).get("state").asText()).isEqualTo("OFF_BOARDED");
        assertThat(json(ended).get("closingReason").asText()).isEqualTo("OFF_BOARDED");
        assertThat(json(writer.send("POST", path, why, JSON))).as("repeated").isEqualTo(json(ended));
        assertThat(journal.entries("REG0009005"))
                .filteredOn(entry -> entry.text().equals("Off-boarded. Reason: The contract ended."))
                .singleElement()
                .satisfies(entry -> assertThat(entry.author().actor()).isEqualTo("service:ender"));
        JsonNode connection = json(crm.get("/api/v1/consumer-connections/CCN0009001"));
        assertThat(connection.get("state").asText()).isEqualTo("OFF_BOARDED");
        assertThat(connection.at("/inbound/active").asBoolean()).isFalse();
        assertThat(json(crm.get("/api/v1/consumer-connections?state=OFF_BOARDED"))
                        .at("/items/0"))
                .isEqualTo(connection);
    }

    @Test
    void offBoardsAtTheConsumer() {
        ProviderConnection live = TestConnections.withKeys();
        live.probeReceived(TestConnections.KEY_ID);
        live.probeSent(TestConnections.KEY_ID);
        add("PCN0009005", "REG0002005", live);
        add("PCN0009006", "REG0002006", TestConnections.claimed());
        ApiCaller writer =
                new ApiCaller(port, world.token("ender", Scope.OPERATE).text());
        String why = "{\"reason\":\"The contract ended.\"}";
        var ended = writer.send("POST", "/api/v1/provider-connections/PCN0009005/off-board", why, JSON);
        assertThat(ended.statusCode()).isEqualTo(200);
        assertThat(json(ended).get("state").asText()).isEqualTo("OFF_BOARDED");
        assertThat(json(ended).get("closingReason").asText())
                .isEqualTo("an admin of this instance off-boarded the connection.");
        var refused = writer.send("POST", "/api/v1/provider-connections/PCN0009006/off-board", why, JSON);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).get("code").asText()).isEqualTo("SX-6006");
    }

    @Test
    void showsTheHealthOfAllConnectionsAndWhichOnesAnIssueTouches() {
        try {
            records.clear();
            records.liveConsumer("REG0009201", "CCN0009201");
            records.liveProvider("REG0002201", "PCN0009201");
            jdbc.sql("update heartbeat set failures = 3, failure = 'SX-3101'").update();
            var read = crm.get("/api/v1/connections-health", "Accept-Language", "de");
            JsonNode health = json(read);
            assertThat(health.get("connections").asInt()).isEqualTo(2);
            assertThat(health.get("score").asInt()).isLessThanOrEqualTo(40);
            JsonNode unseen = health.at("/issues/0");
            assertThat(unseen.get("issue").asText()).isEqualTo("NEVER_SEEN");
            assertThat(unseen.get("connections").asInt()).isEqualTo(2);
            assertThat(unseen.get("remedy").asText()).isEqualTo("AUTOMATIC");
            assertThat(unseen.get("title").asText()).isEqualTo("Noch nie beantwortet");
            assertThat(unseen.at("/failures/0/code").asText()).isEqualTo("SX-3101");
            String etag = header(read, "ETag");
            assertThat(crm.get("/api/v1/connections-health", "Accept-Language", "de", "If-None-Match", etag)
                            .statusCode())
                    .isEqualTo(304);

            String list = "/api/v1/connections-health/NEVER_SEEN?limit=1";
            JsonNode first = json(crm.get(list));
            assertThat(first.at("/items/0/number").asText()).isEqualTo("CCN0009201");
            assertThat(first.at("/items/0/score").asInt()).isEqualTo(40);
            JsonNode second =
                    json(crm.get(list + "&cursor=" + first.get("nextCursor").asText()));
            assertThat(second.at("/items/0/number").asText()).isEqualTo("PCN0009201");
            assertThat(second.has("nextCursor")).isFalse();
            assertThat(crm.get("/api/v1/connections-health/NONE").statusCode()).isEqualTo(404);
        } finally {
            records.clear();
        }
    }

    @Test
    void exportsTheDiagnosticsOfALivingConnectionOnEitherSide() {
        try {
            records.clear();
            records.liveConsumer("REG0009201", "CCN0009201");
            records.liveProvider("REG0002201", "PCN0009201");
            records.claimedProvider("REG0002202", "PCN0009202");
            for (String path : List.of("consumer-connections/CCN0009201", "provider-connections/PCN0009201")) {
                var archive = crm.get("/api/v1/" + path + "/diagnostics");
                assertThat(archive.statusCode()).isEqualTo(200);
                assertThat(archive.body()).startsWith("PK").contains("README.txt", "health.json", "settings.json");
                assertThat(header(archive, "Content-Disposition"))
                        .contains("diagnostics-" + path.substring(path.indexOf("/") + 1) + ".zip");
            }
            String provider = "/api/v1/provider-connections/";
            assertThat(crm.get(provider + "PCN0009202/diagnostics").statusCode())
                    .as("not active yet")
                    .isEqualTo(409);
            assertThat(crm.get(provider + "CCN0009201/diagnostics").statusCode())
                    .as("of the other side")
                    .isEqualTo(404);
            assertThat(new ApiCaller(port, "")
                            .get(provider + "PCN0009201/diagnostics")
                            .statusCode())
                    .isEqualTo(401);
        } finally {
            records.clear();
        }
    }

    private static Registration requested(String number) {
        return Registration.requested(new RegistrationRequest(
                number,
                "CMP0009001",
                TestRegistrations.CONTACT,
                "https://" + number + ".example.com",
                "service:crm",
                TestRegistrations.NOW));
    }

    private static void connected(Registration registration) {
        Decision contact = new Decision(TestRegistrations.CONTACT, TestRegistrations.NOW);
        registration.checked(List.of());
        registration.open(TestRegistrations.link("hash of the test"));
        registration.claimed(
                TestRegistrations.claim(THUMBPRINT), registration.request().consumerUrl(), TestRegistrations.NOW);
        registration.contactMatched(contact);
        registration.consented(contact);
        registration.keysAgreed("CCN0009001", "key of the test");
        registration.probeReceived("key of the test", TestRegistrations.NOW);
        registration.probeSent("key of the test", TestRegistrations.NOW);
        registration.activate();
    }

    private void add(Registration registration) {
        transactions.executeWithoutResult(status -> registrations.add(registration));
    }

    private void add(String number, String registration, ProviderConnection model) {
        Invitation invitation = new Invitation(
                number,
                registration,
                URI.create(TestConnections.BASE),
                TestConnections.PIN,
                "ada",
                TestConnections.NOW);
        ProviderConnection connection = TestConnections.like(model, invitation);
        transactions.executeWithoutResult(status -> {
            connections.add(connection);
            connections.save(connection);
        });
    }
}
