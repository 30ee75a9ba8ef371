package org.serviceexchange.connection.heartbeat.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.connection.heartbeat.FollowedConnection;
import org.serviceexchange.connection.heartbeat.HealthHistory;
import org.serviceexchange.connection.heartbeat.HeartbeatRow;
import org.serviceexchange.connection.heartbeat.HeartbeatRow.Sent;
import org.serviceexchange.connection.heartbeat.HeartbeatRows;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.KeptRegistrations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;

/** What the page of a registration shows of its heartbeats, and the act after a person has looked into it. */
@InstanceTest
class HealthCardsTest {

    private static final UserRequestPostProcessor CLERK =
            user(TestUsers.CLERK).authorities(Role.SERVICE_EXCHANGE_ADMIN::group);

    @Autowired
    MockMvc mvc;

    @Autowired
    KeptRegistrations kept;

    @Autowired
    HeartbeatRows rows;

    @Autowired
    Users users;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private String registration;
    private String module;

    @BeforeEach
    void connect() {
        registration = kept.open().number();
        module = "CCN" + registration.substring(3);
    }

    /** Due in the far future, so that the running instance never sends it. */
    private void follow(Sent sent) {
        rows.follow(
                new FollowedConnection(
                        module, ConnectionSide.PROVIDER, registration, "key-" + module, "https://nobody.example.com"),
                now.plus(Duration.ofDays(900)));
        rows.sent(Map.of(module, sent));
    }

    private Sent sent(Instant provedAt, long took, long ahead, int failures, String history) {
        return new Sent(
                provedAt,
                took,
                ahead,
                failures,
                failures == 0 ? null : "SX-5002",
                HealthHistory.of(history),
                now.plus(Duration.ofDays(900)));
    }

    @Test
    void showsNothingWithoutAConnection() throws Exception {
        assertThat(Jsoup.parse(page(Locale.ENGLISH)).select("#heartbeats")).isEmpty();
    }

    @Test
    void showsTheFiguresOfBothDirections() throws Exception {
        follow(sent(now, 12, 5_400, 0, ""));
        Element card = card(Locale.ENGLISH);

        assertThat(card.select("#heartbeat-state").text()).isEqualTo("Up");
        assertThat(card.select("#heartbeat-state").hasClass("state-ok")).isTrue();
        assertThat(card.select("dl").text())
                .startsWith("Our heartbeats answered ")
                .contains("in 12 ms", "Their heartbeats heard not yet")
                .endsWith("Clock of the other side 5 s ahead of ours");
        assertThat(card.select("form")).isEmpty();
        assertThat(card(Locale.GERMAN).select("#heartbeat-state").text()).isEqualTo("Erreichbar");
    }

    @Test
    void showsSilenceAndSlowness() throws Exception {
        follow(sent(now.minus(Duration.ofHours(3)), 12, 0, 4, ""));
        assertThat(card(Locale.ENGLISH).select("#heartbeat-state").text()).isEqualTo("Down");
        assertThat(card(Locale.ENGLISH).select("dl").text())
                .contains("Unanswered heartbeats 4 (code SX-5002); next one:");

        rows.sent(Map.of(module, sent(now, 2_001, 0, 0, "")));
        assertThat(card(Locale.ENGLISH).select("#heartbeat-state").text()).isEqualTo("Slow");
        rows.remove(module);
        follow(sent(null, 0, 0, 0, ""));
        assertThat(card(Locale.ENGLISH).select("#heartbeat-state").text()).isEqualTo("Never seen");
    }

    @Test
    void drawsTheLastDayAndMonthWithWordsForThoseWhoDoNotSee() throws Exception {
        long hour = now.getEpochSecond() / 3600;
        long day = hour / 24;
        String hours = slot(hour - 2, 12, 0) + "," + slot(hour - 1, 3, 2) + "," + slot(hour, 0, 1);
        follow(sent(now, 12, 0, 0, hours + ";" + slot(day, 15, 3)));
        Element card = card(Locale.ENGLISH);

        assertThat(card.select("svg").eachAttr("aria-label"))
                .containsExactly(
                        "In 1 of the last 24 hours every heartbeat was answered, in 1 only some, in 1 none.",
                        "On 0 of the last 31 days every heartbeat was answered, on 1 only some, on 0 none.");
        assertThat(card.select("svg[role=img]").first().select("rect").eachAttr("height"))
                .hasSize(24)
                .endsWith("1", "30", "18", "9");
        assertThat(card.select("svg").last().select("rect")).hasSize(31);
        assertThat(card.select("svg").first().attr("viewBox")).isEqualTo("0 0 240 32");
    }

    private static String slot(long number, int proved, int failed) {
        return Long.toString(number, 36) + "." + Integer.toString(proved, 36) + "." + failed + ".0";
    }

    @Test
    void letsAPersonGoOnAfterItWasStopped() throws Exception {
        follow(sent(now, 12, 0, 0, ""));
        rows.take(now.plus(Duration.ofDays(901)), now.plus(Duration.ofDays(902)), 1000, "id-of-the-incarnation1");
        rows.stop(module, true);
        Element card = card(Locale.ENGLISH);
        assertThat(card.select("#heartbeat-state").text()).isEqualTo("Stopped");
        assertThat(card.select("form").attr("action")).isEqualTo("/heartbeats/" + registration + "/go-on");

        mvc.perform(post("/heartbeats/{subject}/go-on", registration)
                        .with(CLERK)
                        .with(csrf()))
                .andExpect(status().isFound())
                .andExpect(redirectedUrl("/registrations/" + registration));

        HeartbeatRow row = rows.find(module).orElseThrow();
        assertThat(row.stopped()).isFalse();
        assertThat(row.line().incarnation().number()).isEqualTo(2);
        assertThat(page(Locale.ENGLISH)).contains("Heartbeats go on.");
        mvc.perform(get("/heartbeats/{subject}/go-on", registration).with(CLERK))
                .andExpect(redirectedUrl("/registrations/" + registration));
        mvc.perform(post("/heartbeats/{subject}/go-on", registration)
                        .with(contact("heart.contact"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void tellsTheFormOfTheTaskWhyTheContactIsLost() throws Exception {
        follow(sent(now.minus(Duration.ofHours(30)), 12, 0, 4, ""));
        mvc.perform(get("/heartbeats/{subject}/contact", registration)
                        .with(CLERK)
                        .locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("Down"))
                .andExpect(jsonPath("$.failures").value(4))
                .andExpect(jsonPath("$.code").value("SX-5002"))
                .andExpect(jsonPath("$.cause").value(containsString("does not answer")))
                .andExpect(jsonPath("$.solution").isNotEmpty());
        mvc.perform(get("/heartbeats/{subject}/contact", registration).with(contact("task.contact")))
                .andExpect(status().isForbidden());
    }

    private UserRequestPostProcessor contact(String id) {
        users.create(id, "Heart", "Contact", "", users.hash(TestUsers.PASSWORD), Set.of(Role.CONTACT));
        return user(id).authorities(Role.CONTACT::group);
    }

    private Element card(Locale language) throws Exception {
        Element card = Jsoup.parse(page(language)).getElementById("heartbeats");
        assertThat(card).isNotNull();
        return card;
    }

    private String page(Locale language) throws Exception {
        return mvc.perform(get("/registrations/{number}", registration)
                        .with(CLERK)
                        .accept(MediaType.TEXT_HTML)
                        .locale(language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
