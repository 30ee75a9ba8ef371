package org.serviceexchange.connection.health.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.store.Row;
import org.serviceexchange.provider.KeptRegistrations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;

/** The page on the health of all connections, with rows of heartbeats as they are. */
@InstanceTest
class HealthOfConnectionsPageTest {

    private static final UserRequestPostProcessor CLERK =
            user(TestUsers.CLERK).authorities(Role.SERVICE_EXCHANGE_ADMIN::group);

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KeptRegistrations kept;

    @AfterEach
    void remove() {
        jdbc.sql("delete from heartbeat where module like 'CCN99%'").update();
    }

    @Test
    void countsEachIssueOnceAndListsWhomItTouchesPageByPage() throws Exception {
        for (int i = 10; i < 36; i++) {
            stopped("CCN99000" + i);
        }
        Document page = shown("/connections-health?issue=STOPPED");
        assertThat(page.select("h1").text()).isEqualTo("Health of the connections");
        assertThat(page.select("#STOPPED a").first().text()).isEqualTo("Connections that it touches: 26");
        assertThat(page.select("#STOPPED dd").eachText())
                .containsExactly(
                        "The other side found out that this database is a copy; another instance answers at the address"
                                + " of this instance.",
                        "If this instance is the right one, let its heartbeats go on, on the page of the connection."
                                + " Otherwise switch it off.",
                        "By a decision: this instance does it once a person has decided.");
        assertThat(page.select("#score .badge").text()).matches("[0-9]+ of 100");
        List<String> first = page.select("tbody th").eachText();
        assertThat(first).hasSize(24).contains("CCN9900010").doesNotContain("CCN9900035");
        assertThat(page.select("tbody th a").attr("href")).isEqualTo("/consumer-connections/" + first.get(0));
        assertThat(page.select("tbody td").first().text()).isEqualTo("40");
        Document next = shown(page.select("main nav a").attr("href").replaceAll("#.*", ""));
        assertThat(next.select("tbody th").eachText())
                .doesNotContainAnyElementsOf(first)
                .contains("CCN9900035");
        assertThat(next.select("main nav a")).isEmpty();
    }

    @Test
    void saysWhyHeartbeatsFailAndSendsThemAtOnce() throws Exception {
        stopped("CCN9900099");
        Instant later = Instant.now().plusSeconds(9000);
        jdbc.sql(
                        "update heartbeat set stopped = false, failures = 5, failure = 'SX-3001', proved_at = null, next_at = ?"
                                + " where module = 'CCN9900099'")
                .param(Row.utc(later))
                .update();
        Document page = shown("/connections-health");
        assertThat(page.select("#NEVER_SEEN dd").get(1).text()).startsWith("1 with code SX-3001: ");
        var done = mvc.perform(post("/connections-health/check").with(CLERK).with(csrf()))
                .andReturn();
        assertThat(done.getResponse().getRedirectedUrl()).isEqualTo("/connections-health");
        assertThat(done.getFlashMap().get("done").toString()).startsWith("Checked again. ");
        assertThat(jdbc.sql("select next_at from heartbeat where module = 'CCN9900099'")
                        .query(Instant.class)
                        .list())
                .as("it is due, or was sent and found to be of no connection")
                .allMatch(next -> next.isBefore(later));
    }

    @Test
    void isForThoseWhoAdminister() throws Exception {
        assertThat(mvc.perform(get("/connections-health")
                                .with(user(kept.open().contact()).authorities(Role.CONTACT::group)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    private void stopped(String number) {
        jdbc.sql("insert into heartbeat (module, side, registration, key_id, address, next_at, stopped)"
                        + " values (?, 'PROVIDER', ?, ?, 'https://x.invalid', ?, true)")
                .params(number, "REG" + number, "key-" + number, Row.utc(Instant.now()))
                .update();
    }

    private Document shown(String path) throws Exception {
        return Jsoup.parse(mvc.perform(
                        get(URI.create(path)).with(CLERK).locale(Locale.ENGLISH).accept(MediaType.TEXT_HTML))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
