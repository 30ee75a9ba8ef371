package org.serviceexchange.provider.keyexchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.Guarantee;
import org.serviceexchange.MovableClock;
import org.serviceexchange.approval.Approval;
import org.serviceexchange.approval.Approval.Given;
import org.serviceexchange.approval.ApprovalPlace;
import org.serviceexchange.connection.offboarding.EndConnection;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.JournalEntry;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.protocol.claim.ClaimResponse;
import org.serviceexchange.protocol.handshake.Channel;
import org.serviceexchange.protocol.handshake.ConnectionKeys;
import org.serviceexchange.protocol.handshake.KeyExchangeClient;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.Party;
import org.serviceexchange.provider.ConsumerSide;
import org.serviceexchange.provider.ProviderSliceTest;
import org.serviceexchange.provider.Stage;
import org.serviceexchange.provider.TestDirectory;
import org.serviceexchange.provider.TestHealth;
import org.serviceexchange.provider.TestProcess;
import org.serviceexchange.provider.TestProviderSettings;
import org.serviceexchange.provider.authorization.Grants;
import org.serviceexchange.provider.authorization.web.Flow;
import org.serviceexchange.provider.authorization.web.SealedAuthorizations;
import org.serviceexchange.provider.closing.CloseRegistration;
import org.serviceexchange.provider.invitation.RegistrationLinks;
import org.serviceexchange.provider.keyexchange.ActivateConnectionAtProvider;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.ConsumerConnection;
import org.serviceexchange.provider.registration.KeyAgreement;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** From the claim to the active connection with a real consumer, and refusals of the key exchange. */
@ProviderSliceTest
class ExchangeTest {

    private static final String URL = "https://exchanging.example.com";

    @TempDir
    static Path home;

    static ConsumerSide side;

    @Autowired
    MockMvc mvc;

    @Autowired
    Stage stage;

    @Autowired
    MovableClock clock;

    @Autowired
    TestHealth health;

    @Autowired
    TestDirectory directory;

    @Autowired
    TestProcess process;

    @Autowired
    InstanceKeys keys;

    @Autowired
    InstanceSettings instance;

    @Autowired
    ActivateConnectionAtProvider activateConnection;

    @Autowired
    OutboundHttp http;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Registrations registrations;

    @Autowired
    Grants grants;

    @Autowired
    ModuleKeys moduleKeys;

    @Autowired
    TransactionTemplate transactions;

    Stage.Open open;
    Stage.Claimed consumer;
    Flow flow;

    @BeforeAll
    static void start() {
        side = new ConsumerSide("exchanging", URL, home);
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @BeforeEach
    void claimed() throws Exception {
        clock.reset();
        directory.reset();
        health.operational = true;
        jdbc.sql("delete from consumer_registration where consumer_url = ?")
                .param(URL)
                .update();
        open = stage.openAt(URL);
        byte[] envelope = side.claims().request(side.claim(open.number(), open.secret(), provider()));
        MockHttpServletResponse response = send("/sx/v1/claims", null, envelope);
        ClaimResponse claim = side.answer(response.getContentAsByteArray(), provider(), open.number());
        consumer = new Stage.Claimed(open.number(), URL, claim.clientId(), side.key());
        flow = new Flow(mvc, consumer, TestDirectory.MIA);
    }

    @Test
    void endsWithAnActiveConnection() throws Exception {
        ConnectionKeys agreed = exchange(flow.accessToken());
        ConsumerConnection connection = connection();
        assertThat(connection.keyId()).isEqualTo(agreed.keyId());
        assertThat(connection.number()).matches("CCN000\\d{4}");
        assertThat(connection.inboundSince()).isNull();

        Channel channel = keepAtConsumer(agreed);
        byte[] probe = side.probes().request(channel);
        side.probes().accept(channel, probe, send("/sx/v1/probes", null, probe).getContentAsByteArray());
        assertThat(connection().inboundSince()).isNotNull();
        assertThat(process.told).contains("confirmed " + open.number());
        assertThat(stage.find(open.number()).isOpen()).isTrue();

        given(http.post(any(), any(), any(), any()))
                .willAnswer(call -> side.probes().answer(channel, call.getArgument(2)));
        activateConnection.activate(open.number()).record();
        activateConnection.activate(open.number()).record();

        assertThat(stage.find(open.number()).state()).isEqualTo(RegistrationState.CLOSED_COMPLETE);
        assertThat(connection().confirmed()).isTrue();
        org.mockito.Mockito.verify(http)
                .post(org.mockito.ArgumentMatchers.eq(URI.create(URL + "/sx/v1/probes")), any(), any(), any());
        assertThat(notes()).endsWith("The connection " + connection.number() + " is active in both directions.");
    }

    @Test
    void answersM3AgainAfterTheRegistrationIsComplete() throws Exception {
        String token = flow.accessToken();
        AtomicReference<byte[]> m1 = new AtomicReference<>();
        AtomicReference<byte[]> m3 = new AtomicReference<>();
        AtomicReference<byte[]> m4 = new AtomicReference<>();
        ConnectionKeys agreed = run(
                token,
                message -> {
                    m1.set(message);
                    return accepted("/sx/v1/exchanges", token, message);
                },
                message -> {
                    m3.set(message);
                    m4.set(accepted("/sx/v1/exchanges/confirmations", token, message));
                    return m4.get();
                });
        Channel channel = keepAtConsumer(agreed);
        send("/sx/v1/probes", null, side.probes().request(channel));
        given(http.post(any(), any(), any(), any()))
                .willAnswer(call -> side.probes().answer(channel, call.getArgument(2)));
        activateConnection.activate(open.number()).record();
        assertThat(stage.find(open.number()).state()).isEqualTo(RegistrationState.CLOSED_COMPLETE);

        assertThat(accepted("/sx/v1/exchanges/confirmations", token, m3.get())).isEqualTo(m4.get());
        refused(send("/sx/v1/exchanges", "Bearer " + token, m1.get()), 401, "SX-2302");
        clock.move(Duration.ofSeconds(301));
        refused(send("/sx/v1/exchanges/confirmations", "Bearer " + token, m3.get()), 401, "SX-2302");
    }

    @Test
    void leavesNothingUsableOfAnOffBoardedConnection() throws Exception {
        String token = flow.accessToken();
        AtomicReference<byte[]> m3 = new AtomicReference<>();
        ConnectionKeys agreed = run(token, m1 -> accepted("/sx/v1/exchanges", token, m1), message -> {
            m3.set(message);
            return accepted("/sx/v1/exchanges/confirmations", token, message);
        });
        Channel channel = keepAtConsumer(agreed);
        send("/sx/v1/probes", null, side.probes().request(channel));
        given(http.post(any(), any(), any(), any()))
                .willAnswer(call -> side.probes().answer(channel, call.getArgument(2)));
        activateConnection.activate(open.number()).record();
        String connection = connection().number();
        accepted("/sx/v1/exchanges/confirmations", token, m3.get());
        assertThat(usableKeys(connection)).isEqualTo(2);
        assertThat(grantsOf(consumer.clientId())).isPositive();

        transactions.executeWithoutResult(status -> closing().end(open.number(), ClosingReason.OFF_BOARDED));

        assertThat(usableKeys(connection)).as("keys").isZero();
        assertThat(registrations.ofClient(consumer.clientId())).as("client").isEmpty();
        assertThat(grantsOf(consumer.clientId()))
                .as("codes, tokens, consents under way")
                .isZero();
        refused(send("/sx/v1/exchanges/confirmations", "Bearer " + token, m3.get()), 401, "SX-2302");
        assertThat(flow.token(flow.tokenRequest("a code")).getResponse().getStatus())
                .as("authentication of the client")
                .isEqualTo(401);
        MockHttpServletResponse dead = send("/sx/v1/probes", null, side.probes().request(channel));
        String noKey = "A".repeat(22);
        side.moduleKeys().add("PCN-none", ConnectionSide.CONSUMER.sends(), "AES-256-GCM", noKey, new byte[32]);
        Channel never = new Channel("PCN-none", open.number(), noKey, ConnectionSide.CONSUMER);
        MockHttpServletResponse unknown =
                send("/sx/v1/probes", null, side.probes().request(never));
        assertThat(dead.getStatus()).isEqualTo(unknown.getStatus()).isEqualTo(400);
        assertThat(timeless(dead)).as("a probe, as a stranger's").isEqualTo(timeless(unknown));
        byte[] claim = side.claims().request(side.claim(open.number(), open.secret(), provider()));
        assertThat(send("/sx/v1/claims", null, claim).getStatus()).as("link").isEqualTo(403);
        assertThat(notes()).as("evidence").contains("The connection " + connection + " is active in both directions.");
        assertThat(stage.find(open.number()).snapshot().connection().number()).isEqualTo(connection);
        assertThat(registrations.occupying("acme", URL))
                .as("free to connect again")
                .isEmpty();
    }

    private CloseRegistration closing() {
        EndConnection end = new EndConnection(moduleKeys, mock(), mock(), mock(), mock());
        return new CloseRegistration(
                registrations, end, grants, journal, TestProviderSettings.valid(), (side, number, since) -> {}, clock);
    }

    private int usableKeys(String connection) {
        return jdbc.sql("select count(*) from kmf_key where module = ? and state not in ('Destroyed', 'DESTROYED')")
                .param(connection)
                .query(Integer.class)
                .single();
    }

    private int grantsOf(String client) {
        return jdbc.sql("select count(*) from oauth_grant where client_id = ?")
                .param(client)
                .query(Integer.class)
                .single();
    }

    private static String timeless(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString().replaceAll("\"time\":\"[^\"]+\"", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer ", "BEARER ", "Bearer   "})
    void takesTheSchemeInAnyCase(String scheme) throws Exception {
        refused(send("/sx/v1/exchanges", scheme + flow.accessToken(), new byte[] {'{', '}'}), 400, "SX-3001");
    }

    @Test
    void asksForABearerToken() throws Exception {
        MockHttpServletResponse none = send("/sx/v1/exchanges", null, new byte[] {'{', '}'});
        MockHttpServletResponse unknown = call("A".repeat(43));

        assertThat(none.getHeader("WWW-Authenticate")).isEqualTo("Bearer realm=\"key-exchange\"");
        assertThat(unknown.getStatus()).isEqualTo(401);
        assertThat(unknown.getHeader("WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"key-exchange\", error=\"invalid_token\"");
    }

    @Test
    void recordsWhyAProbeWasRefusedOnce() throws Exception {
        Channel channel = keepAtConsumer(exchange(flow.accessToken()));
        Channel other = new Channel(channel.module(), "REG9999999", channel.keyId(), ConnectionSide.CONSUMER);
        for (int i = 0; i < 2; i++) {
            refused(send("/sx/v1/probes", null, side.probes().request(other)), 400, "SX-3003");
        }

        assertThat(notes()).containsOnlyOnce("A probe of the other side was refused: the probe does not open.");
        assertThat(connection().inboundSince()).isNull();
    }

    @Test
    void staysOpenWhileTheConsumerDoesNotProveItself() throws Exception {
        ConnectionKeys agreed = exchange(flow.accessToken());
        Channel channel = keepAtConsumer(agreed);
        byte[] probe = side.probes().request(channel);
        send("/sx/v1/probes", null, probe);
        given(http.post(any(), any(), any(), any())).willReturn(probe);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> activateConnection.activate(open.number()))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.PEER_ANSWER_INVALID))
                .withMessageStartingWith("The answer of " + URL + " is not what the protocol asks for: "
                        + "payloadType must be application/vnd.service-exchange.v1.probe-answer+json.");

        assertThat(stage.find(open.number()).isOpen()).isTrue();
        assertThat(connection().outboundSince()).isNull();
    }

    @Test
    void isNotActiveBeforeTheConsumerProbed() throws Exception {
        Channel channel = keepAtConsumer(exchange(flow.accessToken()));
        given(http.post(any(), any(), any(), any()))
                .willAnswer(call -> side.probes().answer(channel, call.getArgument(2)));

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> activateConnection.activate(open.number()).record())
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.PEER_NOT_READY));
        assertThat(stage.find(open.number()).isOpen()).isTrue();
    }

    @Test
    void refusesWhatIsNoToken() throws Exception {
        String code = flow.code();
        for (String header : new String[] {null, "Bearer", "Bearer x", "Basic " + code, "Bearer " + code, code}) {
            refused(send("/sx/v1/exchanges", header, new byte[] {'{', '}'}), 401, "SX-2302");
        }
    }

    @Test
    void refusesAnExpiredToken() throws Exception {
        String token = flow.accessToken();
        clock.move(Duration.ofSeconds(301));

        refused(call(token), 401, "SX-2302");
    }

    @Test
    void refusesTheTokenAfterItsCodeWasUsedAgain() throws Exception {
        String code = flow.code();
        String body = flow.token(flow.tokenRequest(code)).getResponse().getContentAsString();
        String token = body.replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
        refused(call(token), 400, "SX-3001");
        flow.token(flow.tokenRequest(code));

        refused(call(token), 401, "SX-2302");
    }

    @Test
    void refusesTheTokenOfARegistrationWhoseLinkWasRenewed() throws Exception {
        String token = flow.accessToken();
        stage.renew(open.number());

        refused(call(token), 401, "SX-2302");
    }

    @Test
    void asksToComeBackWhileKeyManagementIsNotOperational() throws Exception {
        String token = flow.accessToken();
        health.operational = false;

        refused(call(token), 503, "SX-3008");
    }

    @Test
    void refusesTheMessagesOfAnotherRegistration() throws Exception {
        String token = flow.accessToken();
        Stage.Claimed other = stage.claimed();
        String otherToken = new Flow(mvc, other, TestDirectory.MIA).accessToken();
        AtomicReference<byte[]> m1 = new AtomicReference<>();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> run(token, message -> {
                    m1.set(message);
                    throw new IllegalStateException("caught on the way");
                }));

        refused(send("/sx/v1/exchanges", "Bearer " + otherToken, m1.get()), 400, "SX-3003");
        assertThat(stage.find(other.number()).snapshot().keys().failures()).isEqualTo(1);
        assertThat(stage.find(open.number()).snapshot().keys().failures()).isZero();
    }

    @Test
    void answersNotYetUntilASecondPersonApproved() throws Exception {
        Approval second = Approval.required("userTask_four", "Four eyes", "", ApprovalPlace.KEY_EXCHANGE, true);
        stage.change(
                open.number(), registration -> registration.approvals(none -> none.asked(second, clock.instant())));
        String token = flow.accessToken();
        AtomicReference<byte[]> m1 = new AtomicReference<>();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> run(token, message -> {
                    m1.set(message);
                    throw new IllegalStateException("caught on the way");
                }));
        MockHttpServletResponse notYet = send("/sx/v1/exchanges", "Bearer " + token, m1.get());
        refused(notYet, 503, "SX-9030");
        assertThat(notYet.getContentAsString()).contains("\"retry\":true");
        assertThat(notYet.getHeader("Retry-After")).isNotNull();
        assertThat(stage.find(open.number()).connection()).isEmpty();

        // Longer than a token lives otherwise
        clock.move(Duration.ofHours(20));
        refused(send("/sx/v1/exchanges", "Bearer " + token, m1.get()), 503, "SX-9030");
        stage.change(
                open.number(),
                registration -> registration.approvals(
                        asked -> asked.given("userTask_four", new Given("peter", clock.instant(), ""), "paula")));
        clock.reset();
        exchange(token);
        assertThat(connection().number()).startsWith("CCN");
    }

    @Test
    void suspendsAfterFiveFailures() throws Exception {
        Stage.Claimed other = stage.claimed();
        String token = new Flow(mvc, other, TestDirectory.MIA).accessToken();
        AtomicReference<byte[]> m1 = new AtomicReference<>();
        String own = flow.accessToken();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> run(own, message -> {
                    m1.set(message);
                    throw new IllegalStateException("caught on the way");
                }));
        for (int i = 0; i < KeyAgreement.FAILURES_UNTIL_SUSPENSION; i++) {
            refused(send("/sx/v1/exchanges", "Bearer " + token, m1.get()), 400, "SX-3003");
        }

        refused(send("/sx/v1/exchanges", "Bearer " + token, m1.get()), 403, "SX-3006");
        assertThat(stage.find(other.number()).snapshot().suspended()).isTrue();
        assertThat(process.told).containsOnlyOnce("suspended " + other.number());
        assertThat(journal.entries(other.number()))
                .anyMatch(entry -> entry.text().startsWith("A key exchange failed (5 of 5): "));
    }

    @Guarantee(of = SealedAuthorizations.class, says = "A copy of the database opens nothing.")
    @Guarantee(of = Grants.class, says = "No state, code or token is in clear in the database.")
    @Guarantee(of = RegistrationLinks.class, says = "A secret is kept as a keyed hash and sealed, never in clear.")
    @Test
    void keepsNoSecretInClear() throws Exception {
        flow.authorize(parameters -> parameters.put("state", "canary-consumer-state"));
        flow.consentPage();
        String code = Flow.parameter(flow.allow().getResponse().getRedirectedUrl(), "code");
        String dumpWithCode = dump();
        String token = flow.token(flow.tokenRequest(code))
                .getResponse()
                .getContentAsString()
                .replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
        ConnectionKeys agreed = exchange(token);
        String dump = dumpWithCode + dump();

        assertThat(dump).contains(consumer.clientId(), "OAUTH_GRANT");
        for (String secret : List.of(
                open.secret(), code, token, flow.consentState, flow.ticket, "canary-consumer-state", Flow.VERIFIER)) {
            assertThat(dump).doesNotContain(secret).doesNotContain(hex(secret.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(dump)
                .doesNotContain(hex(agreed.consumerToProvider()))
                .doesNotContain(hex(agreed.providerToConsumer()))
                .doesNotContain(hex(agreed.resumption()));
    }

    /** All values of all tables, bytes in hexadecimal. */
    private String dump() {
        StringBuilder all = new StringBuilder();
        List<String> tables = jdbc.sql("select table_name from information_schema.tables where table_schema = 'PUBLIC'")
                .query(String.class)
                .list();
        for (String table : tables) {
            all.append(table).append('\n');
            for (var row : jdbc.sql("select * from \"" + table + "\"").query().listOfRows()) {
                row.values()
                        .forEach(value -> all.append(value instanceof byte[] bytes ? hex(bytes) : value)
                                .append('\n'));
            }
        }
        return all.toString();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes).toLowerCase(Locale.ROOT);
    }

    private ConnectionKeys exchange(String token) {
        return run(token, m1 -> accepted("/sx/v1/exchanges", token, m1));
    }

    private ConnectionKeys run(String token, java.util.function.UnaryOperator<byte[]> opening) {
        return run(token, opening, m3 -> accepted("/sx/v1/exchanges/confirmations", token, m3));
    }

    private ConnectionKeys run(
            String token,
            java.util.function.UnaryOperator<byte[]> opening,
            java.util.function.UnaryOperator<byte[]> confirming) {
        KeyExchangeClient client = side.exchange();
        return client.finish(
                client.run(side.parties(open.number(), provider()), token, new KeyExchangeClient.Transport() {
                    @Override
                    public byte[] open(byte[] m1) {
                        return opening.apply(m1);
                    }

                    @Override
                    public byte[] confirm(byte[] m3) {
                        return confirming.apply(m3);
                    }
                }));
    }

    private byte[] accepted(String path, String token, byte[] message) {
        try {
            MockHttpServletResponse response = send(path, "Bearer " + token, message);
            assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
            return response.getContentAsByteArray();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Channel keepAtConsumer(ConnectionKeys agreed) {
        String module = "PCN-" + open.number();
        side.moduleKeys()
                .add(
                        module,
                        ConnectionSide.CONSUMER.sends(),
                        "AES-256-GCM",
                        agreed.keyId(),
                        agreed.consumerToProvider());
        side.moduleKeys()
                .add(
                        module,
                        ConnectionSide.PROVIDER.sends(),
                        "AES-256-GCM",
                        agreed.keyId(),
                        agreed.providerToConsumer());
        return new Channel(module, open.number(), agreed.keyId(), ConnectionSide.CONSUMER);
    }

    private ConsumerConnection connection() {
        return stage.find(open.number()).connection().orElseThrow();
    }

    private Party provider() {
        return new Party(String.valueOf(instance.baseUrl()), keys.signaturePublicKey());
    }

    private MockHttpServletResponse call(String token) throws Exception {
        return send("/sx/v1/exchanges", "Bearer " + token, new byte[] {'{', '}'});
    }

    private MockHttpServletResponse send(String path, String authorization, byte[] message) throws Exception {
        var request = post(path).contentType(MediaType.APPLICATION_JSON).content(message);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private static void refused(MockHttpServletResponse response, int status, String code) throws Exception {
        assertThat(response.getContentAsString()).contains("\"code\":\"" + code + "\"");
        assertThat(response.getStatus()).isEqualTo(status);
    }

    private List<String> notes() {
        return journal.entries(open.number()).stream().map(JournalEntry::text).toList();
    }
}
