package org.serviceexchange.provider.claim.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceexchange.Guarantee;
import org.serviceexchange.MovableClock;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.JournalEntry;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.protocol.claim.ClaimRequest;
import org.serviceexchange.protocol.claim.ClaimResponse;
import org.serviceexchange.protocol.wire.Party;
import org.serviceexchange.provider.ConsumerSide;
import org.serviceexchange.provider.ProviderSliceTest;
import org.serviceexchange.provider.Stage;
import org.serviceexchange.provider.TestHealth;
import org.serviceexchange.provider.claim.AcceptClaim;
import org.serviceexchange.provider.registration.ClosingReason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Claims of real consumers over HTTP. */
@ProviderSliceTest
class ClaimEndpointTest {

    private static final String URL = "https://claimant.example.com";

    @TempDir
    static Path home;

    static ConsumerSide consumer;
    static ConsumerSide thief;

    @Autowired
    MockMvc mvc;

    @Autowired
    Stage stage;

    @Autowired
    MovableClock clock;

    @Autowired
    TestHealth health;

    @Autowired
    InstanceKeys keys;

    @Autowired
    InstanceSettings instance;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    Stage.Open open;

    @BeforeAll
    static void start() {
        consumer = new ConsumerSide("claimant", URL, home.resolve("claimant"));
        thief = new ConsumerSide("thief", URL, home.resolve("thief"));
    }

    @AfterAll
    static void stop() {
        consumer.close();
        thief.close();
    }

    @BeforeEach
    void valid() {
        clock.reset();
        health.operational = true;
        open = stage.openAt(URL);
    }

    @Test
    void pinsTheConsumerAndAnswersTheSameAgain() throws Exception {
        ClaimResponse first = accepted(claim(consumer, open.number(), open.secret()));
        ClaimResponse again = accepted(claim(consumer, open.number(), open.secret()));

        assertThat(again).isEqualTo(first);
        assertThat(first.clientId()).hasSize(43);
        assertThat(first.issuer()).isEqualTo("https://provider.example.com");
        assertThat(first.providerName()).isEqualTo("the-provider");
        assertThat(stage.find(open.number()).claim().orElseThrow().thumbprint())
                .isEqualTo(consumer.party().thumbprint());
        assertThat(notes()).containsExactly("Claimed by the consumer instance claimant at " + URL + ".");
    }

    @Test
    void takesANewKeyOfTheOAuthClientFromTheSameConsumer() throws Exception {
        ClaimResponse first = accepted(claim(consumer, open.number(), open.secret()));
        ClaimRequest next = consumer.claimWithNewKey(open.number(), open.secret(), provider());

        assertThat(accepted(send(consumer.claims().request(next)))).isEqualTo(first);
        assertThat(stage.find(open.number()).claim().orElseThrow().clientJwk())
                .isEqualTo(next.oauthClientKey().json());
        assertThat(notes())
                .containsExactly(
                        "Claimed by the consumer instance claimant at " + URL + ".",
                        "Claimed again, with a new key of its OAuth client, by the consumer instance claimant at " + URL
                                + ".");
    }

    @Test
    void refusesAnotherConsumerWithTheSameLink() throws Exception {
        claim(consumer, open.number(), open.secret());

        refused(claim(thief, open.number(), open.secret()), 403, "SX-2203");
        assertThat(stage.find(open.number()).claim().orElseThrow().thumbprint())
                .isEqualTo(consumer.party().thumbprint());
        assertThat(notes())
                .contains("A claim of this registration was refused: "
                        + "The registration link was used by another instance already.");
    }

    @Guarantee(
            of = AcceptClaim.class,
            says =
                    "Somebody who does not know the secret cannot tell an existing registration from a missing one, neither by words nor by time.")
    @Test
    void looksTheSameForEveryLinkThatIsNotKnown() throws Exception {
        Stage.Open closed = stage.openAt("https://closed.example.com");
        stage.change(closed.number(), registration -> registration.close(ClosingReason.CANCELLED));
        List<MockHttpServletResponse> refusals = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        for (String[] attempt : new String[][] {
            {open.number(), "A".repeat(43)},
            {"REG9999999", open.secret()},
            {"REG9999999", "A".repeat(43)},
            {closed.number(), closed.secret()},
        }) {
            long started = System.nanoTime();
            refusals.add(claim(consumer, attempt[0], attempt[1]));
            times.add((System.nanoTime() - started) / 1_000_000);
        }

        List<String> bodies = new ArrayList<>();
        for (MockHttpServletResponse refusal : refusals) {
            refused(refusal, 403, "SX-2201");
            bodies.add(refusal.getContentAsString().replaceAll("\"time\":\"[^\"]+\"", ""));
        }
        assertThat(bodies).containsOnly(bodies.get(0));
        assertThat(times).allMatch(time -> time >= 300);
        assertThat(notes())
                .containsExactly("A claim of this registration was refused: The provider does not accept this "
                        + "registration link.");
        assertThat(notes().toString()).doesNotContain("A".repeat(43));
    }

    @Guarantee(of = AcceptClaim.class, says = "A refused claim changes nothing but the journal.")
    @Test
    void changesNothingButTheJournalWhenItRefuses() throws Exception {
        accepted(claim(consumer, open.number(), open.secret()));
        Stage.Open elsewhere = stage.openAt("https://elsewhere.example.com");
        List<String> before = everythingButTheJournal();

        refused(claim(consumer, open.number(), "A".repeat(43)), 403, "SX-2201");
        refused(claim(thief, open.number(), open.secret()), 403, "SX-2203");
        refused(claim(consumer, elsewhere.number(), elsewhere.secret()), 403, "SX-2204");

        assertThat(everythingButTheJournal()).isEqualTo(before);
    }

    private List<String> everythingButTheJournal() {
        return jdbc.sql("script").query(String.class).list().stream()
                .filter(line -> line.startsWith("INSERT INTO") || line.startsWith("("))
                .filter(line -> !line.contains("JOURNAL"))
                .toList();
    }

    @Test
    void notesManyRefusalsOnce() throws Exception {
        for (int i = 0; i < 3; i++) {
            claim(consumer, open.number(), "A".repeat(43));
        }

        assertThat(notes()).hasSize(1);
    }

    @Test
    void refusesAnExpiredLink() throws Exception {
        stage.expire(open.number());

        refused(claim(consumer, open.number(), open.secret()), 403, "SX-2202");
    }

    @Test
    void saysThatALinkHasExpiredAfterItsRegistrationWasClosedForThat() throws Exception {
        stage.change(open.number(), registration -> registration.close(ClosingReason.EXPIRED));

        refused(claim(consumer, open.number(), open.secret()), 403, "SX-2202");
        refused(claim(consumer, open.number(), "A".repeat(43)), 403, "SX-2201");
        assertThat(stage.find(open.number()).link()).isEmpty();
        assertThat(jdbc.sql("select secret_sealed from consumer_registration where number = ?")
                        .param(open.number())
                        .query()
                        .singleRow()
                        .get("secret_sealed"))
                .isNull();
    }

    @Test
    void refusesAClaimThatItsOwnKeyDidNotSign() throws Exception {
        byte[] disguised = thief.signed(consumer.claim(open.number(), open.secret(), provider()));
        MockHttpServletResponse response = send(disguised);

        refused(response, 400, "SX-2205");
        assertThat(response.getContentAsString())
                .contains("The claim of the registration is not valid: the signature of the claim does not stand.");
    }

    @Test
    void refusesAnInstanceAtAnotherAddress() throws Exception {
        Stage.Open elsewhere = stage.openAt("https://elsewhere.example.com");

        refused(claim(consumer, elsewhere.number(), elsewhere.secret()), 403, "SX-2204");
        assertThat(stage.find(elsewhere.number()).claim()).isEmpty();
    }

    @Test
    void asksToComeBackWhileKeyManagementIsNotOperational() throws Exception {
        health.operational = false;

        MockHttpServletResponse response = claim(consumer, open.number(), open.secret());

        refused(response, 503, "SX-3008");
        assertThat(response.getContentAsString()).contains("\"retry\":true").doesNotContain("IKEK");
    }

    @Test
    void oneOfFiftyWins() throws Exception {
        byte[] good = consumer.claims().request(consumer.claim(open.number(), open.secret(), provider()));
        byte[] bad = thief.signed(thief.claim(open.number(), open.secret(), provider()));
        List<Callable<MockHttpServletResponse>> attempts = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            attempts.add(() -> send(good));
            attempts.add(() -> send(bad));
        }
        ExecutorService crowd = Executors.newFixedThreadPool(10);
        int accepted = 0;
        String winner = "";
        try {
            for (Future<MockHttpServletResponse> response : crowd.invokeAll(attempts)) {
                accepted += response.get().getStatus() == 200 ? 1 : 0;
            }
            winner = stage.find(open.number()).claim().orElseThrow().thumbprint();
        } finally {
            crowd.shutdown();
        }

        assertThat(accepted).isEqualTo(25);
        assertThat(winner).isIn(consumer.party().thumbprint(), thief.party().thumbprint());
        assertThat(notes()).filteredOn(note -> note.startsWith("Claimed by")).hasSize(1);
    }

    @Test
    void refusesAFlippedSignature() throws Exception {
        byte[] envelope = consumer.claims().request(consumer.claim(open.number(), open.secret(), provider()));
        String text = new String(envelope, java.nio.charset.StandardCharsets.UTF_8);
        String altered = text.replace(text.substring(text.length() - 40, text.length() - 30), "AAAAAAAAAA");

        assertThat(send(altered.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .getStatus())
                .isEqualTo(400);
        assertThat(stage.find(open.number()).claim()).isEmpty();
    }

    @Test
    void refusesTooLongAMessageAndWhatIsNoMessage() throws Exception {
        refused(send(new byte[70_000]), 400, "SX-3001");
        refused(send("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)), 400, "SX-3001");
    }

    @Test
    void looksAtTheDecodedPathOfTooLongAMessage() throws Exception {
        MockHttpServletResponse response = mvc.perform(post(java.net.URI.create("/%73x/v1/claims"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(new byte[70_000]))
                .andReturn()
                .getResponse();

        assertThat(response.getContentAsString()).contains("it is longer than 64 KiB");
    }

    @Test
    void forgetsTheConsumerWhenTheLinkIsRenewed() throws Exception {
        accepted(claim(consumer, open.number(), open.secret()));
        stage.renew(open.number());

        refused(claim(consumer, open.number(), open.secret()), 403, "SX-2201");
        assertThat(stage.find(open.number()).claim()).isEmpty();
    }

    private Party provider() {
        return new Party(String.valueOf(instance.baseUrl()), keys.signaturePublicKey());
    }

    private MockHttpServletResponse claim(ConsumerSide by, String number, String secret) throws Exception {
        return send(by.claims().request(by.claim(number, secret, provider())));
    }

    private MockHttpServletResponse send(byte[] envelope) throws Exception {
        return mvc.perform(post("/sx/v1/claims")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(envelope))
                .andReturn()
                .getResponse();
    }

    private ClaimResponse accepted(MockHttpServletResponse response) {
        assertThat(response.getStatus()).isEqualTo(200);
        return consumer.answer(response.getContentAsByteArray(), provider(), open.number());
    }

    private static void refused(MockHttpServletResponse response, int status, String code) throws Exception {
        assertThat(response.getContentAsString()).contains("\"code\":\"" + code + "\"");
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
    }

    private List<String> notes() {
        return journal.entries(open.number()).stream().map(JournalEntry::text).toList();
    }
}
