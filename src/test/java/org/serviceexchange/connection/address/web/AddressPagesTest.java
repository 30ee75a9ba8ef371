package org.serviceexchange.connection.address.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.connection.address.AddressAnnouncements;
import org.serviceexchange.connection.address.PeerMoves;
import org.serviceexchange.connection.heartbeat.FollowedConnection;
import org.serviceexchange.connection.heartbeat.HeartbeatRows;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.KeptRegistrations;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.registration.Decision;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** What people see of a change of address, on the page of a record and on the page of the own address, and do about it. */
@InstanceTest
class AddressPagesTest {

    private static final UserRequestPostProcessor CLERK =
            user(TestUsers.CLERK).authorities(Role.SERVICE_EXCHANGE_ADMIN::group);
    private static final Duration FAR = Duration.ofDays(900);

    @Autowired
    MockMvc mvc;

    @Autowired
    KeptRegistrations kept;

    @Autowired
    AddressAnnouncements announcements;

    @Autowired
    PeerMoves moves;

    @Autowired
    HeartbeatRows heartbeats;

    @Autowired
    Journal journal;

    @Autowired
    TransactionTemplate transaction;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private KeptRegistrations.Kept live;
    private String connection;
    private String page;

    @BeforeEach
    void aLiveConnection() {
        live = kept.open();
        page = "/registrations/" + live.number();
        connection = "CCN" + live.number().substring(3);
        kept.change(live.number(), registration -> {
            var at = TestRegistrations.NOW;
            registration.claimed(
                    TestRegistrations.claim(live.number()),
                    registration.request().consumerUrl(),
                    at);
            registration.contactMatched(new Decision(live.contact(), at));
            registration.consented(new Decision(live.contact(), at));
            registration.keysAgreed(connection, "key-" + live.number());
            registration.probeReceived("key-" + live.number(), at);
            registration.probeSent("key-" + live.number(), at);
            registration.activate();
        });
        heartbeats.follow(
                new FollowedConnection(
                        connection,
                        ConnectionSide.PROVIDER,
                        live.number(),
                        "key-" + live.number(),
                        "https://nobody.example.com"),
                now.plus(FAR));
    }

    @AfterEach
    void forget() {
        heartbeats.remove(connection);
        transaction.executeWithoutResult(status -> announcements.removeEnded());
    }

    /** Due in the far future, so that the running instance never tells it. */
    private void told(Finding why) {
        transaction.executeWithoutResult(status -> announcements.plan("https://moved.example.com", now.plus(FAR)));
        transaction.executeWithoutResult(
                status -> announcements.failed(announcements.of(connection).orElseThrow(), why, now.plus(FAR)));
    }

    @Test
    void showsWhereThePartnerIsAndWas() throws Exception {
        Document before = shown(page, Locale.ENGLISH);
        assertThat(before.select("#peer-address").text()).isEqualTo("https://" + live.contact() + ".example.com");
        assertThat(before.select("#former-address, #untold, #refused-address")).isEmpty();

        transaction.executeWithoutResult(status -> {
            moves.moved(connection, "https://old.example.com", "https://x.example.com", now, now.plus(FAR));
            moves.refused(
                    connection,
                    "http://bad.example.com",
                    new Finding(ProblemCode.URL_NOT_HTTPS, List.of("http://bad.example.com")),
                    now);
        });
        Document after = shown(page, Locale.GERMAN);
        assertThat(after.select("#former-address").text())
                .startsWith("https://old.example.com, wird versucht, wenn die neue nicht antwortet, bis");
        assertThat(after.select("#refused-address").text())
                .startsWith("Der Partner hat die Adresse http://bad.example.com mitgeteilt; sie wurde abgelehnt: ")
                .contains("Die bisher bekannte Adresse bleibt in Gebrauch. Mitgeteilt: ");
    }

    @Test
    void showsWhoDoesNotKnowTheOwnNewAddressAndWhy() throws Exception {
        told(new Finding(ProblemCode.PEER_UNREACHABLE, List.of("consumer.example.com")));
        assertThat(shown(page, Locale.ENGLISH).select("#untold").text())
                .startsWith("This instance has moved, and the partner does not use its new address yet: ")
                .contains("consumer.example.com")
                .endsWith("It is told again. Who knows the new address");

        Document own = shown("/own-address", Locale.ENGLISH);
        assertThat(own.select("#progress").text()).matches("0 of [0-9]+ partners know the new address");
        assertThat(own.select("progress").attr("max")).isNotEqualTo("0");
        assertThat(own.select("tr:contains(" + live.number() + ") td").first().text())
                .isEqualTo("https://" + live.contact() + ".example.com");
        assertThat(own.select("tr:contains(" + live.number() + ")").text())
                .contains("consumer.example.com", "Told again:");
        assertThat(own.select("#again")).hasSize(1);
    }

    @Test
    void asksBeforeAPersonGivesUpAndTellsAfterAll() throws Exception {
        told(new Finding(ProblemCode.PEER_UNREACHABLE, List.of("consumer.example.com")));
        String giveUp = "/own-address/" + connection + "/give-up";
        assertThat(shown("/own-address", Locale.ENGLISH).select("a[href=" + giveUp + "]"))
                .hasSize(1);
        assertThat(shown(giveUp, Locale.ENGLISH).select("h1").text())
                .isEqualTo("Give up telling the partner of " + connection + " the new address?");
        assertThat(sent(post(giveUp).with(csrf())).getRedirectedUrl()).isEqualTo("/own-address");
        assertThat(shown("/own-address", Locale.ENGLISH)
                        .select("tr:contains(" + live.number() + ")")
                        .text())
                .contains(TestUsers.CLERK + " gave up on this partner. It keeps the former address.");
        assertThat(shown(page, Locale.GERMAN).select("#untold").text())
                .startsWith("Diese Instanz ist umgezogen, und " + TestUsers.CLERK + " hat aufgegeben");
        assertThat(notes())
                .contains("Gave up telling the partner this instance's new address. The partner keeps the"
                        + " former one.");

        String again = "/own-address/" + connection + "/again";
        assertThat(sent(post(again).with(csrf())).getRedirectedUrl()).isEqualTo("/own-address");
        assertThat(sent(get(again)).getRedirectedUrl()).isEqualTo("/own-address");
        assertThat(announcements.of(connection).orElseThrow().givenUpBy()).isNull();
        assertThat(notes()).contains("The partner is told this instance's new address after all.");
    }

    @Test
    void takesAnAddressByHandAfterAProofOnly() throws Exception {
        String enter = "/peer-address/" + live.number();
        assertThat(shown(page, Locale.ENGLISH).select("#peer-moved").attr("href"))
                .isEqualTo(enter);
        Document asked = shown(enter, Locale.ENGLISH);
        assertThat(asked.select("h1").text()).isEqualTo("New address of the partner of " + live.number());
        assertThat(asked.select("#url").val()).isEqualTo("https://" + live.contact() + ".example.com");
        MockHttpServletResponse refused =
                sent(post(enter).param("url", "http://10.0.0.1").with(csrf()));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.getContentAsString()).select("#url-error"))
                .hasSize(1);
        assertThat(sent(post(enter).param("url", asked.select("#url").val()).with(csrf()))
                        .getRedirectedUrl())
                .as("nothing to do")
                .isEqualTo(page);
        assertThat(sent(get("/peer-address/REG9999999")).getRedirectedUrl()).isEqualTo("/");
    }

    @Test
    void isForAdminsOnly() throws Exception {
        var contact = user(live.contact()).authorities(Role.CONTACT::group);
        for (String path : List.of("/own-address", "/own-address/CCN1/give-up", "/peer-address/" + live.number())) {
            assertThat(mvc.perform(get(path).with(contact))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    private List<String> notes() {
        return journal.entries(live.number()).stream()
                .map(entry -> entry.text(Locale.ENGLISH))
                .toList();
    }

    private Document shown(String path, Locale language) throws Exception {
        MockHttpServletResponse response = mvc.perform(get(path)
                        .accept(MediaType.TEXT_HTML)
                        .header("Accept-Language", language.toLanguageTag())
                        .with(CLERK))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString());
    }

    private MockHttpServletResponse sent(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.accept(MediaType.TEXT_HTML)
                        .header("Accept-Language", Locale.ENGLISH.toLanguageTag())
                        .with(CLERK))
                .andReturn()
                .getResponse();
    }
}
