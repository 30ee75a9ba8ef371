package org.serviceexchange.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceexchange.api.ApiRecords;
import org.serviceexchange.api.ApiTest;
import org.serviceexchange.api.ApiWorld;
import org.serviceexchange.api.Scope;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Commands against the API of a real instance. */
@ApiTest
class CommandsAtAnInstanceTest {

    @LocalServerPort
    int port;

    @Autowired
    ApiWorld world;

    @Autowired
    ApiRecords records;

    @Autowired
    InstanceSettings instance;

    @TempDir
    private Path folder;

    private final TestTerminal terminal = new TestTerminal();

    @BeforeEach
    void operator() {
        terminal.environment.put("SX_URL", "http://localhost:" + port + "/");
        terminal.environment.put("SX_TOKEN", world.token("cli", Scope.OPERATE).text());
        terminal.meanwhile = millis -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        records.clear();
        records.liveConsumer("REG0009201", "CCN0009201");
        records.liveProvider("REG0002201", "PCN0009201");
    }

    @AfterEach
    void clear() {
        records.clear();
    }

    @Test
    void theRunningInstanceTakesABackupOfItself() throws IOException {
        Path backup = folder.resolve("backup");
        String home = "--service-exchange.instance.home=" + instance.home();
        assertThat(terminal.run("backup", backup.toString(), home))
                .as(terminal.err())
                .isEqualTo(ExitCode.DONE);
        assertThat(terminal.out()).startsWith("The backup is in " + backup + ": ");
        assertThat(terminal.err().lines()).contains("provider_connection 1");
        assertThat(terminal.run("check-backup", backup.toString(), home))
                .as(terminal.err())
                .isEqualTo(ExitCode.DONE);

        terminal.language = Locale.GERMAN;
        assertThat(terminal.run("backup", backup.toString(), home)).isEqualTo(ExitCode.REFUSED);
        assertThat(terminal.err()).startsWith(backup + " gibt es schon");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(instance.home().resolve("backup.socket"))))
                .isEqualTo("rw-------");
    }

    @Test
    void registersWaitsSendsANewLinkAndCancels() throws IOException {
        String number = register(world.order());
        assertThat(terminal.run("wait-for-state", number, "OPEN", "VALIDATION_FAILED"))
                .isEqualTo(ExitCode.DONE);
        assertThat(terminal.out().lines()).contains("state          OPEN", "pendingOn      US");

        assertThat(terminal.run("show", number)).isEqualTo(ExitCode.DONE);
        String shown = terminal.out();
        assertThat(shown).contains("number         " + number).doesNotContain("links", "null");
        String etag = shown.lines()
                .filter(line -> line.startsWith("etag"))
                .findFirst()
                .orElseThrow();

        assertThat(terminal.run("resend", number, "--if-match=changed")).isEqualTo(ExitCode.REFUSED);
        assertThat(terminal.err()).startsWith("SX-7014: ");
        assertThat(terminal.run("resend", number, "--if-match=" + etag.substring("etag  ".length())))
                .isEqualTo(ExitCode.DONE);
        assertThat(terminal.run("retry", number)).isEqualTo(ExitCode.DONE);

        assertThat(terminal.run("cancel", number)).isEqualTo(ExitCode.DONE);
        assertThat(terminal.run("wait-for-state", number, "CLOSED_COMPLETE")).isEqualTo(ExitCode.REFUSED);
        assertThat(terminal.err()).isEqualTo(number + " has ended otherwise: CLOSED_INCOMPLETE.\n");
        assertThat(terminal.run("wait-for-state", number, "CLOSED_INCOMPLETE")).isEqualTo(ExitCode.DONE);
        assertThat(terminal.run("evidence", number, "--output=" + folder.resolve("evidence.jsonl")))
                .isEqualTo(ExitCode.DONE);
        assertThat(terminal.run(
                        "verify-evidence", folder.resolve("evidence.jsonl").toString()))
                .as(terminal.out())
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void createsNoSecondRegistrationUnderTheSameKey() throws IOException {
        ApiWorld.Order order = world.order();
        String number = register(order, "--idempotency-key=the-key-of-" + order.contactId());
        assertThat(register(order, "--idempotency-key=the-key-of-" + order.contactId()))
                .isEqualTo(number);
        assertThat(terminal.run(
                        "register",
                        "--company=" + order.companyId(),
                        "--contact=" + order.contactId(),
                        "--consumer-url=" + order.consumerUrl()))
                .isEqualTo(ExitCode.REFUSED);
        String other = order.consumerUrl().replace("https://", "https://new-");
        assertThat(terminal.run("correct-address", number, "--consumer-url=" + other))
                .isEqualTo(ExitCode.DONE);
        assertThat(terminal.out()).contains(other);
    }

    @Test
    void stopsWaitingInTime() {
        assertThat(terminal.run("wait-for-state", "CCN0009201", "OFF_BOARDED", "--timeout=0", "--every=7"))
                .isEqualTo(ExitCode.TIMEOUT);
        assertThat(terminal.err()).isEqualTo("CCN0009201 is still ACTIVE.\n");
        terminal.meanwhile = millis -> records.clear();
        assertThat(terminal.run("wait-for-state", "CCN0009201", "OFF_BOARDED", "--every=7"))
                .as("gone meanwhile")
                .isEqualTo(ExitCode.NOT_FOUND);
        assertThat(terminal.pauses).containsExactly(7000L);
    }

    @Test
    void listsAsATableOrAsJson() throws IOException {
        for (int i = 0; i < 21; i++) {
            records.liveConsumer("REG00092" + (10 + i), "CCN00092" + (10 + i));
        }
        assertThat(terminal.run("connections", "list")).isEqualTo(ExitCode.DONE);
        assertThat(terminal.out().lines().map(line -> line.split(" ", 2)[0]))
                .startsWith("number", "CCN0009230", "CCN0009229")
                .endsWith("PCN0009201")
                .hasSize(22);
        assertThat(terminal.out().lines().toList().get(1)).startsWith("CCN0009230  ACTIVE");
        assertThat(terminal.err()).isEqualTo("There are more; --all lists them.\n");

        terminal.run("connections", "list", "--side=consumers", "--state=ACTIVE", "--all", "--json");
        JsonNode list = json();
        assertThat(list.get("items")).hasSize(22);
        assertThat(list.get("more").asBoolean()).isFalse();
        assertThat(terminal.run("connections", "list", "--side=both")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.run("list", "--state=NONE")).isEqualTo(ExitCode.REFUSED);
        assertThat(terminal.run("list", "--state=CLOSED_COMPLETE", "--json", "--all"))
                .isEqualTo(ExitCode.DONE);
        assertThat(json().get("items"))
                .extracting(one -> one.get("number").asText())
                .contains("REG0009201");
    }

    @Test
    void actsOnConnectionsOfBothSides() throws IOException {
        for (String number : new String[] {"CCN0009201", "PCN0009201"}) {
            assertThat(terminal.run("connections", "health", number)).isEqualTo(ExitCode.FAILED);
            assertThat(terminal.out().lines()).contains("state                NEVER_SEEN");
            Path archive = folder.resolve(number + ".zip");
            assertThat(terminal.run("connections", "diagnostics", number, "--output=" + archive))
                    .isEqualTo(ExitCode.DONE);
            assertThat(archive).content(StandardCharsets.ISO_8859_1).contains("connection.json", "health.json");
            assertThat(terminal.run("connections", "test", number))
                    .as("nobody is there")
                    .isEqualTo(ExitCode.FAILED);
            assertThat(terminal.out().lines()).contains("outbound.unanswered  1");
            assertThat(terminal.run("connections", "off-board", number, "--preview"))
                    .isEqualTo(ExitCode.DONE);
            assertThat(terminal.out()).contains("here.1", "All keys of the connection are destroyed.");
            assertThat(terminal.run("connections", "off-board", number, "--reason=Over."))
                    .isEqualTo(ExitCode.DONE);
            assertThat(terminal.out()).contains("OFF_BOARDED");
            assertThat(terminal.run("connections", "rotate", number)).isEqualTo(ExitCode.REFUSED);
        }
    }

    @Test
    void saysHowAllConnectionsAre() throws IOException {
        assertThat(terminal.run("connections", "test", "CCN0009201")).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.run("connections", "health", "--json")).isEqualTo(ExitCode.FAILED);
        assertThat(json().get("score").asInt()).isLessThan(100);
        assertThat(json().get("issues"))
                .extracting(one -> one.get("issue").asText())
                .contains("NEVER_SEEN");
        assertThat(terminal.run("connections", "health", "CCN0009201", "PCN0009201"))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void letsAConnectionRestAndGoOn() {
        String until = Instant.now()
                .plus(Duration.ofDays(1))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        assertThat(terminal.run("connections", "suspend", "PCN0009201", "--reason=Audit.", "--until=" + until))
                .isEqualTo(ExitCode.DONE);
        assertThat(terminal.out()).contains("SUSPENDED", until);
        assertThat(terminal.run("connections", "health", "PCN0009201"))
                .as("planned")
                .isEqualTo(ExitCode.DONE);
        assertThat(terminal.run("connections", "test", "PCN0009201")).isEqualTo(ExitCode.REFUSED);
        assertThat(terminal.run("connections", "resume", "PCN0009201")).isEqualTo(ExitCode.DONE);
        assertThat(terminal.run(
                        "connections",
                        "maintenance",
                        "PCN0009201",
                        "--reason=Update.",
                        "--from=now",
                        "--until=" + until))
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void rotatesKeysAndPrintsJson() throws IOException {
        assertThat(terminal.run("connections", "rotate", "CCN0009201", "--json", "--if-match=*"))
                .isEqualTo(ExitCode.DONE);
        assertThat(json().get("number").asText()).isEqualTo("CCN0009201");
        assertThat(terminal.run("show", "REG0099999", "--json")).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(new ObjectMapper().readTree(terminal.err()).get("code").asText())
                .isEqualTo("SX-2020");
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void takesTheTokenFromAFileAndSaysWhatItMayNotDo() throws IOException {
        terminal.environment.remove("SX_TOKEN");
        Path file = Files.writeString(
                folder.resolve("token"), world.token("reader", Scope.READ).text() + "\n");
        terminal.environment.put("SX_TOKEN_FILE", file.toString());
        assertThat(terminal.run("show", "CCN0009201")).isEqualTo(ExitCode.DONE);
        assertThat(terminal.run("connections", "test", "CCN0009201")).isEqualTo(ExitCode.NOT_ALLOWED);
        assertThat(terminal.err())
                .isEqualTo("SX-7004: The token allows less than this request needs: Read, write and operate"
                        + " connections. Ask an admin to issue a token that may do this.\n");
        terminal.environment.put("SX_TOKEN", "sxt_" + "0".repeat(49));
        assertThat(terminal.run("show", "CCN0009201")).isEqualTo(ExitCode.NOT_ALLOWED);
        assertThat(terminal.run("show", "CCN0009201", "--token-file=" + file)).isEqualTo(ExitCode.DONE);
    }

    @Test
    void saysWhetherTheInstanceIsReady() {
        terminal.environment.remove("SX_TOKEN");
        assertThat(terminal.run("health")).isEqualTo(ExitCode.DONE);
        assertThat(terminal.out()).isEqualTo("liveness   UP\nreadiness  UP\n");
    }

    private String register(ApiWorld.Order order, String... more) throws IOException {
        String[] command = Stream.concat(
                        Stream.of(
                                "register",
                                "--json",
                                "--company=" + order.companyId(),
                                "--contact=" + order.contactId(),
                                "--consumer-url=" + order.consumerUrl()),
                        Stream.of(more))
                .toArray(String[]::new);
        assertThat(terminal.run(command)).as(terminal.err()).isEqualTo(ExitCode.DONE);
        return json().get("number").asText();
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(terminal.out());
    }

    @Test
    void runsACampaignChangesAContactAndAsksForAnAddress() throws IOException {
        assertThat(terminal.run("campaign", "start", "--per-hour=many")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.run("campaign", "start", "--connections=CCN0009201", "--json"))
                .isEqualTo(ExitCode.DONE);
        assertThat(json().at("/plan/canaries").asInt()).isEqualTo(3);
        assertThat(terminal.run("campaign", "start")).isEqualTo(ExitCode.REFUSED);
        assertThat(terminal.run("campaign", "stop")).isEqualTo(ExitCode.DONE);
        assertThat(terminal.run("campaign", "show", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(json().get("state").asText()).isEqualTo("STOPPED");

        ApiWorld.Order other = world.order();
        assertThat(terminal.run(
                        "change-contact",
                        "REG0009201",
                        "--company=" + other.companyId(),
                        "--contact=" + other.contactId()))
                .isEqualTo(ExitCode.DONE);
        assertThat(terminal.out()).contains(other.contactId());
        assertThat(terminal.run("connections", "address", "PCN0009201", "--partner-url=https://moved.example.com"))
                .isEqualTo(ExitCode.UNREACHABLE);
    }
}
