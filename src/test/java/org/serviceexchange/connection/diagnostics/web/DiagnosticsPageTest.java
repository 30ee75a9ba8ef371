package org.serviceexchange.connection.diagnostics.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.connection.diagnostics.DiagnosticsArchive;
import org.serviceexchange.connection.heartbeat.FollowedConnection;
import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.serviceexchange.connection.state.AnswerState;
import org.serviceexchange.connection.suspension.SuspendConnection;
import org.serviceexchange.connection.suspension.Suspension.Kind;
import org.serviceexchange.connection.suspension.SuspensionOrder;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.primitive.CompositeSignature;
import org.serviceexchange.kmf.primitive.Thumbprint;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Party;
import org.serviceexchange.protocol.wire.SignedEnvelope;
import org.serviceexchange.provider.KeptRegistrations;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.registration.Claim;
import org.serviceexchange.provider.registration.Decision;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** The archive of a live connection, from its page. */
@InstanceTest
class DiagnosticsPageTest {

    private static final byte[] PEER = new byte[CompositeSignature.PUBLIC_KEY_LENGTH];

    @Autowired
    MockMvc mvc;

    @Autowired
    KeptRegistrations kept;

    @Autowired
    Journal journal;

    @Autowired
    AnswerState answerState;

    @Autowired
    SuspendConnection suspendConnection;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    InstanceKeys keys;

    @Autowired
    Heartbeats heartbeats;

    @Autowired
    InstanceSettings settings;

    @Autowired
    JdbcClient jdbc;

    private KeptRegistrations.Kept live;
    private String connection;
    private byte[] state;

    @BeforeEach
    void aLiveConnection() {
        live = kept.open();
        connection = "CCN" + live.number().substring(3);
        kept.change(live.number(), registration -> {
            var at = TestRegistrations.NOW;
            registration.claimed(
                    new Claim(
                            Thumbprint.of(PEER),
                            "consumer",
                            PEER,
                            new byte[] {2},
                            "client-" + live.number(),
                            "{}",
                            TestRegistrations.NOW),
                    registration.request().consumerUrl(),
                    at);
            registration.contactMatched(new Decision(live.contact(), at));
            registration.consented(new Decision(live.contact(), at));
            registration.keysAgreed(connection, "key-" + live.number());
            registration.probeReceived("key-" + live.number(), at);
            registration.probeSent("key-" + live.number(), at);
            registration.activate();
        });
        heartbeats.follow(new FollowedConnection(
                connection,
                ConnectionSide.PROVIDER,
                live.number(),
                "key-" + live.number(),
                "https://consumer.invalid"));
        state = stated();
        transaction.executeWithoutResult(status -> journal.comment(live.number(), Author.of("ada"), "What Ada typed"));
        received(LocalizedMessage.of("contact.note.answered"), state);
    }

    private byte[] stated() {
        return answerState
                .stated(ConnectionSide.PROVIDER, new Party("https://consumer.invalid", PEER), live.number())
                .orElseThrow();
    }

    private void received(LocalizedMessage note, byte[] signed) {
        transaction.executeWithoutResult(status -> journal.workNote(
                live.number(),
                Journal.SYSTEM,
                note,
                List.of(Receipt.signed(MessageType.STATE.payloadType(), false, keys.signaturePublicKey(), signed))));
    }

    @Test
    void containsWhatBothSidesSayAndHowTheyAre() throws Exception {
        Document page =
                Jsoup.parse(answer("/consumer-connections/" + connection).getContentAsString());
        Document asked =
                Jsoup.parse(answer(page.select("#diagnostics").attr("href")).getContentAsString());
        MockHttpServletResponse answer = answer(asked.select("#download").attr("href"));
        assertThat(answer.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"diagnostics-" + connection + ".zip\"");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        Map<String, byte[]> files = unzip(answer.getContentAsByteArray());
        assertThat(files)
                .containsOnlyKeys(
                        "README.txt",
                        "product.json",
                        "connection.json",
                        "health.json",
                        "keys.json",
                        "state-own.json",
                        "state-peer.json",
                        "state-heard.json",
                        "process.json",
                        "journal.json",
                        "settings.json");
        assertThat(new String(files.get("README.txt"), UTF_8))
                .startsWith("Diagnostics of the connection " + connection);
        SignedEnvelope own = SignedEnvelope.read(files.get("state-own.json"), MessageType.STATE);
        assertThat(own.isSignedBy(keys.signaturePublicKey())).isTrue();
        JsonNode said = JsonMapper.builder().build().readTree(own.payload());
        assertThat(said.get("registration").asText()).isEqualTo(live.number());
        assertThat(said.get("state").asText()).isEqualTo("COMPLETE");
        assertThat(files.get("state-peer.json")).isEqualTo(state);
        assertThat(json(files, "connection.json").get("connection").asText()).isEqualTo(connection);
        assertThat(json(files, "connection.json").get("ownThumbprint").asText()).isEqualTo(keys.thumbprint());
        assertThat(json(files, "health.json").get("score").asInt()).isEqualTo(100);
        assertThat(json(files, "health.json").get("lastHours")).hasSize(24);
        assertThat(json(files, "settings.json")
                        .get("service-exchange.heartbeat.pause")
                        .asText())
                .isEqualTo("PT5M");
        assertThat(json(files, "journal.json").findValuesAsText("text"))
                .contains("(typed)", "The other side answers again. The next heartbeat is sent at once.");
    }

    @Test
    @Guarantee(
            of = DiagnosticsArchive.class,
            says = "An archive of diagnostics contains no secret, and of what a person typed nothing but addresses.")
    void containsNoSecretAndNothingTyped() throws Exception {
        StringBuilder all = new StringBuilder();
        Map<String, byte[]> files =
                unzip(answer("/diagnostics/" + connection + "/archive").getContentAsByteArray());
        assertThat(files).hasSize(11);
        files.forEach((name, bytes) -> all.append(name).append(new String(bytes, ISO_8859_1)));
        for (String typed : List.of(live.secret(), "What Ada typed", TestUsers.PASSWORD, passphrase())) {
            assertThat(all).doesNotContain(typed).doesNotContain(HexFormat.of().formatHex(typed.getBytes(UTF_8)));
        }
        assertThat(all).doesNotContain("\"d\":\"").doesNotContain("PRIVATE KEY").doesNotContain("secret=");
        List<byte[]> sealed = new ArrayList<>();
        for (String column : List.of(
                "wrapped from kmf_key",
                "sentinel from kmf_key",
                "authentication from kmf_key",
                "secret_sealed from consumer_registration")) {
            sealed.addAll(jdbc.sql("select " + column).query(byte[].class).list());
        }
        assertThat(sealed).hasSizeGreaterThan(10);
        sealed.stream()
                .filter(bytes -> bytes != null && bytes.length > 8)
                .forEach(bytes -> assertThat(all)
                        .doesNotContain(HexFormat.of().formatHex(bytes))
                        .doesNotContain(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                        .doesNotContain(Base64.getEncoder().encodeToString(bytes)));
        for (String hash : jdbc.sql("select secret_hash from consumer_registration where secret_hash is not null"
                        + " union select pwd_ from act_id_user where pwd_ is not null")
                .query(String.class)
                .list()) {
            assertThat(all).doesNotContain(hash);
        }
    }

    /** Most of what people type stands within a sentence of the application, or in what was signed. */
    @Test
    void quotesNobodyInSentencesAndStates() throws Exception {
        String typed = "Typed by Ada";
        transaction.executeWithoutResult(status -> journal.workNote(
                live.number(),
                Author.of("ada"),
                LocalizedMessage.of(
                        "repair.note.RETRY",
                        LocalizedMessage.of("block.note.ownField", typed, List.of(typed, 5L)),
                        typed)));
        suspendConnection.suspend(connection, "ada", new SuspensionOrder(Kind.SUSPENDED, null, null, typed));
        Instant begins = Instant.parse("2026-03-01T10:00:00Z");
        received(LocalizedMessage.of("suspension.note.peer.suspended", begins, begins, typed), stated());

        Map<String, byte[]> files =
                unzip(answer("/diagnostics/" + connection + "/archive").getContentAsByteArray());

        assertThat(files).hasSize(9).doesNotContainKeys("state-own.json", "state-peer.json");
        files.forEach(
                (name, bytes) -> assertThat(new String(bytes, UTF_8)).as(name).doesNotContain(typed));
        List<String> notes = json(files, "journal.json").findValuesAsText("text");
        assertThat(notes).anyMatch(note -> note.contains("(text)\n5"));
        assertThat(notes.get(notes.size() - 1)).contains("2026", "(text)");
        assertThat(json(files, "health.json").get("rests").asText()).isEqualTo("SUSPENDED");
    }

    @Test
    void isForAdminsOnlyAndForLivingConnections() throws Exception {
        assertThat(mvc.perform(get("/diagnostics/" + connection + "/archive")
                                .with(user(live.contact()).authorities(Role.CONTACT::group)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
        assertThat(answer("/diagnostics/CCN9999998/archive").getStatus()).isEqualTo(404);
    }

    private String passphrase() throws IOException {
        try (Stream<Path> files = Files.walk(settings.home())) {
            Path file = files.filter(one -> one.endsWith("key-store.passphrase"))
                    .findFirst()
                    .orElseThrow();
            return Files.readAllLines(file).get(0);
        }
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        return mvc.perform(get(path)
                        .with(user(TestUsers.CLERK).authorities(Role.SERVICE_EXCHANGE_ADMIN::group))
                        .locale(Locale.ENGLISH))
                .andReturn()
                .getResponse();
    }

    private static JsonNode json(Map<String, byte[]> files, String name) throws IOException {
        return JsonMapper.builder().build().readTree(files.get(name));
    }

    private static Map<String, byte[]> unzip(byte[] bytes) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
