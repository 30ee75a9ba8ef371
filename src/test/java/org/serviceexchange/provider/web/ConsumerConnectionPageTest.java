package org.serviceexchange.provider.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.connection.heartbeat.FollowedConnection;
import org.serviceexchange.connection.heartbeat.HealthHistory;
import org.serviceexchange.connection.heartbeat.HeartbeatRow.Sent;
import org.serviceexchange.connection.heartbeat.HeartbeatRows;
import org.serviceexchange.connection.life.ConnectionLife;
import org.serviceexchange.directory.Users;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journey.Await;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.KeptRegistrations;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.registration.Decision;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** A live connection on its own page and as a card of the Center. */
@InstanceTest
class ConsumerConnectionPageTest {

    private static final UserRequestPostProcessor CLERK =
            user(TestUsers.CLERK).authorities(Role.SERVICE_EXCHANGE_ADMIN::group);

    @Autowired
    MockMvc mvc;

    @Autowired
    KeptRegistrations kept;

    @Autowired
    HeartbeatRows rows;

    @Autowired
    ModuleKeys keys;

    @Autowired
    ConnectionLife life;

    @Autowired
    Journal journal;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    private String registration;
    private String number;
    private String page;

    @BeforeEach
    void aLiveConnection() {
        KeptRegistrations.Kept live = kept.open();
        registration = live.number();
        number = "CCN" + registration.substring(3);
        page = "/consumer-connections/" + number;
        String key = "key-" + registration;
        kept.change(registration, it -> {
            var at = TestRegistrations.NOW;
            it.claimed(TestRegistrations.claim(registration), it.request().consumerUrl(), at);
            it.contactMatched(new Decision(live.contact(), at));
            it.consented(new Decision(live.contact(), at));
            it.keysAgreed(number, key);
            it.probeReceived(key, at);
            it.probeSent(key, at);
            it.activate();
        });
        for (String direction : new String[] {"provider-to-consumer", "consumer-to-provider"}) {
            keys.add(number, direction, "AES-256-GCM", key, new byte[32]);
            keys.activate(number, direction, key);
        }
        transactions.executeWithoutResult(status -> life.begin(number));
        Instant later = Instant.now().plus(Duration.ofDays(900));
        rows.follow(
                new FollowedConnection(
                        number, ConnectionSide.PROVIDER, registration, key, "https://nobody.example.com"),
                later);
        proved(Instant.now(), later);
    }

    private void proved(Instant at, Instant next) {
        // An older proof is not written over a newer one
        jdbc.sql("update heartbeat set proved_at = null where module = ?")
                .param(number)
                .update();
        rows.sent(Map.of(number, new Sent(at, 12, 0, 0, null, HealthHistory.EMPTY, next)));
    }

    @Test
    void showsHowBothSidesHearEachOtherAndLeadsToAllThatBelongsToIt() throws Exception {
        Document shown = shown(page);
        assertThat(shown.select("h1").text()).startsWith("Connection " + number + ": ");
        assertThat(shown.select("#state").text()).isEqualTo("Closed Complete");
        assertThat(shown.select("section[aria-labelledby=where] a").eachAttr("href"))
                .contains("/registrations/" + registration)
                .anyMatch(link -> link.startsWith("/companies/"))
                .anyMatch(link -> link.startsWith("/contacts/"));
        assertThat(shown.select("#living .pair svg").attr("aria-label"))
                .startsWith("test-instance to ")
                .contains(": answered. ")
                .endsWith(" to test-instance: not heard yet.");
        assertThat(shown.select("#living .pair path").eachAttr("class")).containsExactly("state-ok", "state-warn");
        assertThat(shown.select("#living dt").eachText())
                .containsExactly("Our heartbeats", "Their heartbeats", "Last contact", "Keys agreed", "Planned");
        assertThat(shown.select("#heartbeats figure")).hasSize(2);
        assertThat(shown.select("section[aria-labelledby=keys-title] code").text())
                .isEqualTo("key-" + registration);
        assertThat(shown("/registrations/" + registration).select("#connection").attr("href"))
                .isEqualTo(page);
    }

    @Test
    void listsWhatCanBeDoneEachLeadingToItsQuestionAndBack() throws Exception {
        Document shown = shown(page);
        assertThat(shown.select(".acts a").eachAttr("href"))
                .containsSubsequence(page + "/rotate", "/off-boarding/provider/" + registration);
        assertThat(shown.select(".acts .hint").text())
                .contains(
                        "Both sides agree new keys in place of the ones in use.",
                        "Ends this connection for good, on both sides.");
        assertThat(shown(page + "/rotate").select("main form").attr("action")).isEqualTo(page + "/rotate");
        mvc.perform(post(page + "/rotate").with(CLERK).with(csrf())).andExpect(redirectedUrl(page));
        Await.until("the step that rotates keys does not run at the same moment (SX-9008)", this::offBoarded);
        Document after = shown(page);
        assertThat(after.select("#state").text()).startsWith("Off-boarded");
        assertThat(after.select(".acts, #living, #heartbeats")).isEmpty();
    }

    private boolean offBoarded() throws IOException, InterruptedException {
        MockHttpServletResponse answer;
        try {
            answer = mvc.perform(post("/off-boarding/provider/" + registration)
                            .param("reason", "The contract has ended.")
                            .with(CLERK)
                            .with(csrf()))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        boolean busy = answer.getContentAsString().contains("SX-9008");
        assertThat(answer.getStatus()).isEqualTo(busy ? 422 : 302);
        return !busy;
    }

    @Test
    void showsTheProcessOfTheConnectionAndTheJournalWithLinks() throws Exception {
        journal.workNote(registration, TestUsers.CLERK, LocalizedMessage.of("rotation.note.asked", registration));
        assertThat(shown(page).select(".timeline .lines a").eachAttr("href"))
                .contains("/registrations/" + registration);
        String source = mvc.perform(get(page + "/process").with(CLERK))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(source).contains("id=\"connection-life\"");
        mvc.perform(get(page + "/status").with(CLERK))
                .andExpect(status().isOk())
                .andExpect(result -> assertThat(result.getResponse().getContentAsString())
                        .contains("\"moving\":true", "receiveTask_awaitRotation"));
    }

    @Test
    void isACardThatSaysWhetherItIsInTrouble() throws Exception {
        Element card = card("");
        assertThat(card.select("h3 a").attr("href")).isEqualTo(page);
        assertThat(card.select(".badge").text()).isEqualTo("Up");
        assertThat(card.select(".beats rect")).hasSize(24);
        assertThat(card.select("dl").text())
                .startsWith("Last contact ")
                .contains("Keys agreed ", "Planned New keys on ");
        proved(Instant.now().minus(Duration.ofHours(2)), Instant.now().plus(Duration.ofDays(900)));
        assertThat(card("&show=troubled").select(".badge").text()).isEqualTo("Down");
        rows.stop(number, true);
        Element stopped = card("&show=troubled");
        assertThat(stopped.select(".badge").text()).isEqualTo("Stopped");
        assertThat(stopped.select("dl").text()).contains("Whose turn Your side: An admin decides about the heartbeats");
    }

    @Test
    void standsOnThePageOfItsCompanyAndTheRegistrationShowsTheTimeOfItsSteps() throws Exception {
        String company = shown(page)
                .select("section[aria-labelledby=where] a[href^=/companies/]")
                .attr("href");
        assertThat(shown(company).select("#records a").attr("href")).isEqualTo(page);
        assertThat(shown(company).select("#records .badge").text()).isEqualTo("Closed Complete");
        assertThat(shown("/registrations/" + registration).select(".times"))
                .as("without a process")
                .isEmpty();
        String started = kept.started();
        jdbc.sql("update act_hi_actinst set start_time_ = ? where proc_inst_id_ in"
                        + " (select id_ from act_hi_procinst where business_key_ = ?)")
                .params(Timestamp.from(Instant.now().minus(Duration.ofSeconds(7530))), started)
                .update();
        Document times = shown("/registrations/" + started);
        assertThat(times.select(".times tbody tr").eachText()).anyMatch(row -> row.endsWith(" 2 h 5 min"));
        assertThat(times.select(".times rect").attr("width")).isEqualTo("100");
    }

    @Test
    void leadsToTheRegistrationWhileItHasNotLived() throws Exception {
        KeptRegistrations.Kept agreed = kept.open();
        String planned = "CCN" + agreed.number().substring(3);
        kept.change(agreed.number(), it -> {
            var at = TestRegistrations.NOW;
            it.claimed(TestRegistrations.claim(agreed.number()), it.request().consumerUrl(), at);
            it.contactMatched(new Decision(agreed.contact(), at));
            it.consented(new Decision(agreed.contact(), at));
            it.keysAgreed(planned, "key-" + agreed.number());
        });
        mvc.perform(get("/consumer-connections/" + planned).with(CLERK))
                .andExpect(redirectedUrl("/registrations/" + agreed.number()));
    }

    @Test
    void isNotThereForOthersNorForANumberWithoutAConnection() throws Exception {
        users.create("connection.contact", "Carl", "Contact", "", users.hash(TestUsers.PASSWORD), Set.of(Role.CONTACT));
        mvc.perform(get(page).with(user("connection.contact").authorities(Role.CONTACT::group)))
                .andExpect(status().isForbidden());
        mvc.perform(get("/consumer-connections/CCN9999999").with(CLERK).accept(MediaType.TEXT_HTML))
                .andExpect(status().isNotFound());
    }

    private Element card(String filter) throws Exception {
        Element card = shown("/?side=provider&q=" + registration + filter)
                .select(".cases li.living")
                .first();
        assertThat(card).isNotNull();
        return card;
    }

    private Document shown(String path) throws Exception {
        return Jsoup.parse(mvc.perform(get(URI.create(path))
                        .with(CLERK)
                        .accept(MediaType.TEXT_HTML)
                        .locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
