package org.serviceexchange.kmf.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestBrowser;
import org.serviceexchange.TestUsers;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@InstanceTest
class HealthPageTest {

    private static final String PAGE = "/kmf/health";

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    TestBrowser browser;

    @BeforeEach
    void openBrowser() {
        browser = new TestBrowser(port);
    }

    @Test
    void showsEveryComponentWithTextAndMessage() {
        browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
        String page = browser.get(PAGE).body();
        assertThat(page)
                .contains(
                        "<h1>Key Management, Health (Diagnostics)</h1>",
                        "<span class=\"badge state-ok\">Operational</span></h2>")
                .contains("File Key Store", "The key store opens and fits this database.")
                .contains("Instance signature key", "The key signs and verifies.")
                .contains("<span class=\"badge\">Disabled</span>", "Not configured.");
        assertThat(Pattern.compile("<th scope=\"row\">").matcher(page).results().count())
                .isGreaterThanOrEqualTo(12 + 5);
    }

    @Autowired
    JdbcClient jdbc;

    @Test
    void showsProgressAndResultOfTheCheckOfAllKeys() {
        browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
        assertThat(pageIn("started_at = null, last_started_at = null, last_finished_at = null"))
                .contains("No check of all keys has ended yet.")
                .doesNotContain("<progress");

        assertThat(pageIn(
                        "started_at = timestamp with time zone '2026-01-02 01:00:00+00', total = 1200, examined = 500,"
                                + " last_started_at = timestamp with time zone '2026-01-01 01:00:00+00',"
                                + " last_finished_at = timestamp with time zone '2026-01-01 01:02:00+00',"
                                + " last_examined = 1100, last_found = 2"))
                .contains(
                        "<label for=\"whole-progress\">In progress: 500 of 1,200 keys checked</label>",
                        "<progress id=\"whole-progress\" value=\"500\" max=\"1200\"></progress>",
                        "<span class=\"badge state-bad\">1,100 keys checked; something was found in the keys of 2"
                                + " connections</span>");

        assertThat(pageIn("started_at = null, last_started_at = timestamp with time zone '2026-01-01 01:00:00+00',"
                        + " last_finished_at = timestamp with time zone '2026-01-01 01:02:00+00',"
                        + " last_examined = 1100, last_found = 0"))
                .contains("<span class=\"badge state-ok\">All 1,100 keys are in order</span>")
                .doesNotContain("<progress");
    }

    /** The page in this state, asked again if the check itself, which runs beside the test, has changed the state. */
    private String pageIn(String state) {
        String page;
        Map<String, Object> before;
        do {
            jdbc.sql("update kmf_whole_check set " + state).update();
            before = stateOfCheck();
            page = browser.get(PAGE).body();
        } while (!stateOfCheck().equals(before));
        return page;
    }

    private Map<String, Object> stateOfCheck() {
        return jdbc.sql("select * from kmf_whole_check").query().singleRow();
    }

    @Test
    void speaksTheLanguageOfTheReader() {
        browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
        browser.submit(PAGE, "/language", Map.of("language", "de", "page", PAGE));
        assertThat(browser.get(PAGE).body())
                .contains("<h1>Schlüsselverwaltung, Zustand (Diagnose)</h1>", ">Betriebsbereit</span></h2>")
                .contains("Signaturschlüssel der Instanz", "Der Schlüssel signiert und prüft.")
                .contains("Nicht in Gebrauch", "Nicht eingerichtet.")
                .doesNotContain("Operational", "Active");
    }

    @Test
    void runsTheChecksAgain() {
        browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
        var response = browser.submit(PAGE, PAGE, Map.of());
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location").orElseThrow()).endsWith(PAGE);
    }

    @Test
    void isClosedForThoseWithoutBothRoles() {
        for (Set<Role> roles : Set.of(
                Set.of(Role.KMF_ADMIN),
                Set.of(Role.CRYPTOGRAPHIC_MANAGER, Role.CRYPTOGRAPHIC_AUDITOR),
                Set.of(Role.ADMIN, Role.SERVICE_EXCHANGE_ADMIN))) {
            TestBrowser other = new TestBrowser(port);
            other.logIn(userWith(roles), TestUsers.PASSWORD);
            assertThat(other.get(PAGE).statusCode()).as("roles %s", roles).isEqualTo(403);
        }
    }

    @Test
    void letsAnAuditorSeeAndNotAct() {
        browser.logIn(userWith(Set.of(Role.KMF_ADMIN, Role.CRYPTOGRAPHIC_AUDITOR)), TestUsers.PASSWORD);
        String page = browser.get(PAGE).body();
        assertThat(page)
                .contains("Keys of this instance", "MLDSA65-Ed25519-SHA512")
                .doesNotContain("Rotate");
        assertThat(browser.submit(PAGE, "/kmf/keys/encrypter/versions", Map.of())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void letsAManagerRotateAKeyAndRefusesAnIllegalMoveWithASentence() {
        browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
        assertThat(browser.submit(PAGE, "/kmf/keys/encrypter/versions", Map.of())
                        .statusCode())
                .isEqualTo(302);
        String page = browser.get(PAGE).body();
        assertThat(page).contains("The key has a new version.", "Deactivated");
        assertThat(browser.get(PAGE).body()).contains("<span class=\"badge state-ok\">Operational</span></h2>");

        String id = firstDeactivated(page);
        browser.submit(PAGE, "/kmf/keys/" + id + "/state", Map.of("state", "SUSPENDED"));
        assertThat(browser.get(PAGE).body())
                .contains("The key " + id + " is Deactivated and cannot become Suspended."
                        + " See the life cycle of keys in docs/operations.md.");
    }

    private static String firstDeactivated(String page) {
        Matcher form = Pattern.compile("<td[^>]*>Deactivated</td>.*?/kmf/keys/([0-9a-f-]{36})/state", Pattern.DOTALL)
                .matcher(page);
        assertThat(form.find()).isTrue();
        return form.group(1);
    }

    private String userWith(Set<Role> roles) {
        String id = "user-" + UUID.randomUUID();
        users.create(id, "Kim", "Key", "", users.hash(TestUsers.PASSWORD), roles);
        return id;
    }
}
