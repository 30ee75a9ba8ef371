package org.serviceexchange.connection.act.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceexchange.api.ApiCaller.code;
import static org.serviceexchange.api.ApiCaller.header;
import static org.serviceexchange.api.ApiCaller.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceexchange.api.ApiCaller;
import org.serviceexchange.api.ApiRecords;
import org.serviceexchange.api.ApiTest;
import org.serviceexchange.api.ApiWorld;
import org.serviceexchange.api.Scope;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.JournalEntry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What programs see of a connection and do to it, on either side alike. */
@ApiTest
class ConnectionActEndpointsTest {

    private static final String[] JSON = {"Content-Type", "application/json"};
    private static final String CONSUMER = "/api/v1/consumer-connections/CCN0009101";
    private static final String PROVIDER = "/api/v1/provider-connections/PCN0009101";

    @LocalServerPort
    int port;

    @Autowired
    ApiWorld world;

    @Autowired
    ApiRecords records;

    @Autowired
    Journal journal;

    private ApiCaller reader;
    private ApiCaller operator;

    @BeforeEach
    void connections() {
        records.clear();
        records.liveConsumer("REG0009101", "CCN0009101");
        records.liveProvider("REG0002101", "PCN0009101");
        reader = new ApiCaller(port, world.token("reader", Scope.READ).text());
        operator = new ApiCaller(port, world.token("operator", Scope.OPERATE).text());
    }

    @AfterEach
    void clear() {
        records.clear();
    }

    @ParameterizedTest
    @CsvSource({CONSUMER + ",REG0009101", PROVIDER + ",PCN0009101"})
    void showsTheHealthAndTestsIt(String path, String subject) {
        var before = reader.get(path + "/health");
        assertThat(json(before).get("state").asText()).isEqualTo("NEVER_SEEN");
        assertThat(json(before).at("/outbound/unanswered").asInt()).isZero();
        assertThat(reader.get(path + "/health", "If-None-Match", header(before, "ETag"))
                        .statusCode())
                .isEqualTo(304);
        String etag = header(reader.get(path), "ETag");
        long entries = journal.count(subject);

        JsonNode found = json(operator.post(path + "/test"));

        assertThat(found.at("/outbound/unanswered").asInt()).isEqualTo(1);
        assertThat(found.at("/outbound/failure").asText()).matches("SX-\\d{4}");
        assertThat(json(reader.get(path + "/health"))).isEqualTo(found);
        assertThat(header(reader.get(path), "ETag"))
                .as("a heartbeat changes no record")
                .isEqualTo(etag);
        assertThat(journal.entries(subject)).hasSize((int) entries + 1);
        JournalEntry note = newest(subject);
        assertThat(note.text()).startsWith("Tested the connection: the other side did not answer (code SX-");
        assertThat(note.author().actor()).isEqualTo("service:operator");
    }

    @Test
    void testsNoConnectionThatDoesNotLive() {
        records.claimedProvider("REG0002102", "PCN0009102");
        String path = "/api/v1/provider-connections/PCN0009102";
        assertThat(json(reader.get(path + "/health")).get("state").asText()).isEqualTo("NOT_LIVING");
        assertThat(code(operator.post(path + "/test"))).isEqualTo("SX-6006");
        assertThat(code(reader.get(path + "/off-board"))).isEqualTo("SX-6006");
    }

    @ParameterizedTest
    @CsvSource({
        "consumer-connections/CCN0009999,SX-7015",
        "provider-connections/PCN0009999,SX-6003",
        "consumer-connections/PCN0009101,SX-7015"
    })
    void knowsNoOtherConnection(String connection, String expected) {
        String path = "/api/v1/" + connection;
        assertThat(Stream.of("/health", "/off-board", "/evidence").map(one -> code(reader.get(path + one))))
                .containsOnly(expected);
        assertThat(Stream.of("/test", "/rotate", "/retry").map(one -> code(operator.post(path + one))))
                .containsOnly(expected);
    }

    @Test
    void needsAScopeOfItsOwn() {
        ApiCaller writer =
                new ApiCaller(port, world.token("writer", Scope.WRITE).text());
        for (String path : new String[] {CONSUMER, PROVIDER}) {
            for (String act : new String[] {
                "/test", "/rotate", "/retry", "/off-board", "/suspend", "/maintenance", "/resume", "/address"
            }) {
                var refused = writer.send("POST", path + act, "{\"reason\":\"Over.\"}", JSON);
                assertThat(refused.statusCode()).as(path + act).isEqualTo(403);
                assertThat(header(refused, "WWW-Authenticate")).endsWith("scope=\"operate\"");
            }
        }
        var refused = writer.send("POST", "/api/v1/registrations/REG0009101/off-board", "{\"reason\":\"Over.\"}", JSON);
        assertThat(json(refused).get("cause").asText())
                .isEqualTo("The token allows less than this request needs: Read, write and operate connections.");
        assertThat(writer.post("/api/v1/what-comes-later").statusCode())
                .as("closed by default")
                .isEqualTo(403);
        assertThat(json(reader.get(CONSUMER)).get("state").asText()).isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @CsvSource({CONSUMER, PROVIDER})
    void showsWhatOffBoardingTakesAwayAndOffBoards(String path) {
        JsonNode preview = json(reader.get(path + "/off-board"));
        assertThat(preview.get("peer").asText()).isNotBlank();
        assertThat(preview.get("here")).hasSize(3);
        assertThat(preview.at("/here/0").asText()).startsWith("All keys of the connection are destroyed.");
        String why = "{\"reason\":\"The contract ended.\"}";
        assertThat(operator.send(
                                "POST",
                                path + "/off-board",
                                why,
                                "Content-Type",
                                "application/json",
                                "If-Match",
                                "\"x\"")
                        .statusCode())
                .isEqualTo(412);
        String etag = header(reader.get(path), "ETag");

        var ended =
                operator.send("POST", path + "/off-board", why, "Content-Type", "application/json", "If-Match", etag);

        assertThat(json(ended).get("state").asText()).isEqualTo("OFF_BOARDED");
        assertThat(json(ended).get("pendingOn").asText()).isEqualTo("NOBODY");
        assertThat(json(operator.send("POST", path + "/off-board", why, JSON)))
                .as("repeated")
                .isEqualTo(json(ended));
        assertThat(reader.get(path + "/evidence").body()).as("stays").contains("The contract ended.");
    }

    @ParameterizedTest
    @CsvSource({CONSUMER, PROVIDER})
    void letsItRestAndGoOn(String path) {
        String until = Instant.now()
                .plus(Duration.ofDays(1))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        String from = Instant.now()
                .plus(Duration.ofHours(1))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        var rests =
                operator.send("POST", path + "/suspend", "{\"reason\":\"Audit.\",\"until\":\"" + until + "\"}", JSON);
        assertThat(json(rests).get("state").asText()).as(rests.body()).isEqualTo("SUSPENDED");
        assertThat(json(rests).get("restsUntil").asText()).isEqualTo(until);
        assertThat(code(operator.post(path + "/test"))).as("it rests").isEqualTo("SX-2027");
        assertThat(code(operator.post(path + "/rotate"))).isEqualTo("SX-2027");

        assertThat(json(operator.post(path + "/resume")).has("restsUntil")).isFalse();
        assertThat(json(operator.post(path + "/resume")).has("restsUntil"))
                .as("repeated")
                .isFalse();
        var announced = operator.send(
                "POST",
                path + "/maintenance",
                "{\"reason\":\"Update.\",\"from\":\"" + from + "\",\"until\":\"" + until + "\"}",
                JSON);
        assertThat(announced.statusCode()).as(announced.body()).isEqualTo(200);
        assertThat(operator.send("POST", path + "/suspend", "{\"reason\":\"x\",\"until\":\"soon\"}", JSON)
                        .statusCode())
                .isEqualTo(400);
        assertThat(operator.post(path + "/resume").statusCode()).isEqualTo(200);
    }

    @Test
    void retriesNothingWhereNothingHasFailed() {
        long entries = journal.count("REG0009101");
        assertThat(operator.post(CONSUMER + "/retry").statusCode()).isEqualTo(202);
        assertThat(operator.post("/api/v1/registrations/REG0009101/retry").statusCode())
                .isEqualTo(202);
        assertThat(journal.count("REG0009101")).isEqualTo(entries);
    }

    @Test
    void correctsTheAddressOfARegistration() {
        ApiWorld.Order order = world.order();
        ApiCaller writer =
                new ApiCaller(port, world.token("writer", Scope.WRITE).text());
        String number = json(writer.create(order)).get("number").asText();
        String path = "/api/v1/registrations/" + number + "/address";
        String other = order.consumerUrl().replace("https://", "https://new-");
        String body = "{\"consumerUrl\":\"" + other + "\",\"goOn\":false}";

        assertThat(reader.send("POST", path, body, JSON).statusCode()).isEqualTo(403);
        var corrected = writer.send("POST", path, body, JSON);
        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(200);
        assertThat(json(corrected).get("consumerUrl").asText()).isEqualTo(other);
        assertThat(journal.entries(number))
                .filteredOn(entry -> entry.author().actor().equals("service:writer"))
                .anyMatch(entry -> entry.text().contains(other.substring("https://".length())));
        assertThat(code(writer.send("POST", path, "{\"consumerUrl\":\"ftp://x\",\"goOn\":true}", JSON)))
                .startsWith("SX-2");
    }

    private JournalEntry newest(String subject) {
        var entries = journal.entries(subject);
        return entries.get(entries.size() - 1);
    }

    @ParameterizedTest
    @CsvSource({CONSUMER, PROVIDER})
    void asksForANewAddressOfThePartnerThere(String path) {
        String body = "{\"url\":\"https://moved.example.com\"}";
        assertThat(code(operator.send("POST", path + "/address", "{\"url\":\"http://10.0.0.1\"}", JSON)))
                .startsWith("SX-20");
        assertThat(operator.send(
                                "POST",
                                path + "/address",
                                body,
                                "Content-Type",
                                "application/json",
                                "If-Match",
                                "\"x\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(code(operator.send("POST", path + "/address", body, JSON)))
                .as("nobody is there")
                .isEqualTo("SX-5002");
        String known = json(reader.get(path)).toString();
        assertThat(known).doesNotContain("moved.example.com");
    }

    @Test
    void changesTheContactOfALiveConnection() {
        ApiWorld.Order other = world.order();
        String path = "/api/v1/registrations/REG0009101/contact";
        String body = "{\"companyId\":\"" + other.companyId() + "\",\"contactId\":\"" + other.contactId() + "\"}";
        ApiCaller writer =
                new ApiCaller(port, world.token("writer", Scope.WRITE).text());
        assertThat(writer.send("POST", path, body, JSON).statusCode()).isEqualTo(403);
        assertThat(operator.send("POST", path, body, "Content-Type", "application/json", "If-Match", "\"x\"")
                        .statusCode())
                .isEqualTo(412);
        var changed = operator.send("POST", path, body, JSON);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(json(changed).get("contactId").asText()).isEqualTo(other.contactId());
        assertThat(json(changed).get("state").asText()).isEqualTo("CLOSED_COMPLETE");
        assertThat(newest("REG0009101").author().actor()).isEqualTo("service:operator");
        long entries = journal.count("REG0009101");
        assertThat(json(operator.send("POST", path, body, JSON))).isEqualTo(json(changed));
        assertThat(journal.count("REG0009101")).as("repeated").isEqualTo(entries);
        assertThat(code(operator.send("POST", path, "{\"companyId\":\"x\",\"contactId\":\"y\"}", JSON)))
                .startsWith("SX-200");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"companyId\":\"CMP0001001\"}|contactId",
                "{\"companyId\":\"CMP0001001\",\"contactId\":null}|contactId",
                "{\"contactId\":\"abel\"}|companyId"
            })
    void namesWhatIsMissingOfTheNewContact(String body, String member) {
        var refused = operator.send("POST", "/api/v1/registrations/REG0009101/contact", body, JSON);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(json(refused).get("cause").asText()).contains(member);
    }

    @Test
    void startsShowsAndStopsACampaignOnce() {
        String campaign = "/api/v1/campaign";
        String body = "{\"canaries\":1,\"perHour\":5,\"stopAfter\":2,\"connections\":[\"CCN0009101\"]}";
        String[] keyed = {"Content-Type", "application/json", "Idempotency-Key", "campaign-" + System.nanoTime()};
        ApiCaller writer =
                new ApiCaller(port, world.token("writer", Scope.WRITE).text());
        assertThat(writer.send("POST", campaign, body, keyed).statusCode()).isEqualTo(403);
        assertThat(code(operator.send("POST", campaign, body, JSON))).isEqualTo("SX-7011");
        assertThat(code(operator.send("POST", campaign, body.replace(":5", ":0"), keyed)))
                .isEqualTo("SX-1106");

        var started = operator.send("POST", campaign, body, keyed);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(201);
        assertThat(json(started).get("state").asText()).isEqualTo("RUNNING");
        assertThat(json(started).get("startedBy").asText()).isEqualTo("service:operator");
        assertThat(json(operator.send("POST", campaign, body, keyed))).isEqualTo(json(started));
        keyed[3] += "-other";
        assertThat(code(operator.send("POST", campaign, body, keyed))).isEqualTo("SX-3011");

        assertThat(json(operator.post(campaign + "/stop")).get("state").asText())
                .isEqualTo("STOPPED");
        var shown = reader.get(campaign);
        assertThat(json(shown).at("/plan/connections/0").asText()).isEqualTo("CCN0009101");
        assertThat(reader.get(campaign, "If-None-Match", header(shown, "ETag")).statusCode())
                .isEqualTo(304);
    }
}
