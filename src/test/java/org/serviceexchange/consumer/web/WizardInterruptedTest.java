package org.serviceexchange.consumer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestBrowser;
import org.serviceexchange.TestUsers;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionOperations;

/** The wizard continues after expired sessions, in several tabs, and in another browser. */
@InstanceTest
class WizardInterruptedTest {

    private static final AtomicInteger REGISTRATIONS = new AtomicInteger(8_000_000);
    private static final String SESSION = "test-instance-session";
    private static final String VISITOR = "wizard-guest";

    @LocalServerPort
    private int port;

    @Autowired
    private ProviderConnections connections;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private Users users;

    private TestBrowser browser;

    @BeforeEach
    void openBrowser() {
        browser = new TestBrowser(port);
    }

    @Test
    void comesBackToTheSameStepAfterALogin() {
        String wizard = wizard(ConnectionState.VALIDATED);
        clerk();
        assertThat(browser.get(wizard).body()).contains("Step 2 of 6");
        browser.forget(SESSION);
        assertThat(location(browser.get(wizard))).endsWith("/login");
        assertThat(location(clerk())).endsWith(wizard);
        assertThat(browser.get(wizard).body()).contains("Step 2 of 6");
    }

    @Test
    void isTheSameAfterAReloadAndInAnotherBrowser() {
        String wizard = wizard(ConnectionState.AWAITING_AUTHENTICATION);
        clerk();
        assertThat(text(browser.get(wizard))).isEqualTo(text(browser.get(wizard)));
        TestBrowser other = new TestBrowser(port);
        other.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
        assertThat(other.get(wizard).body()).contains("Step 3 of 6", "/authenticate");
    }

    @Test
    void leadsAFormThatIsTooOldBackToItsPage() {
        String wizard = wizard(ConnectionState.VALIDATED);
        clerk();
        browser.forget(SESSION);
        HttpResponse<String> refused = browser.send(browser.request(wizard + "/company")
                .header("Accept", "text/html")
                .header("Referer", "http://localhost:" + port + wizard)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("companyId=CMP0001001&_csrf=old")));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(text(refused))
                .contains("The page was open for too long, or was opened before you logged in.", "Open the page again");
        assertThat(Jsoup.parse(refused.body()).select("main a.button").attr("href"))
                .isEqualTo(wizard);
        assertThat(location(browser.get(wizard + "/company"))).endsWith("/login");
        clerk();
        assertThat(location(browser.get(wizard + "/company"))).endsWith(wizard);
    }

    @Test
    void doesNotLeadBackToAPageOfSomebodyElse() {
        HttpResponse<String> refused = browser.send(browser.request("/connect/begin")
                .header("Accept", "text/html")
                .header("Referer", "https://evil.example.com/connect/start")
                .POST(BodyPublishers.noBody()));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(text(refused)).doesNotContain("Open the page again");
    }

    @Test
    void keepsTheLinkOverAnExpiredSession() {
        String registration = openLink();
        clerk();
        browser.forget(SESSION);
        assertThat(browser.post("/connect/begin", Map.of()).statusCode()).isEqualTo(403);
        assertThat(text(browser.get("/connect/start"))).contains(registration, "To begin, log in");
        browser.get("/connect/log-in");
        assertThat(location(clerk())).endsWith("/connect/log-in");
        assertThat(begin()).matches(".*/connect/PCN\\d{7}");
    }

    @Test
    void leadsASecondTabThatStillShowsTheLinkToTheSameConnection() {
        openLink();
        clerk();
        String wizard = begin();
        assertThat(begin()).isEqualTo(wizard);
        assertThat(text(browser.get("/connect/start")))
                .contains("You have begun with this link already", "Continue with PCN");
    }

    @Test
    void acceptsNoForeignOrBrokenCookie() {
        for (String value : new String[] {"x", "PCN1", "AAAA", "%%%"}) {
            HttpResponse<String> page = browser.send(browser.request("/connect/start")
                    .header("Accept", "text/html")
                    .header("Cookie", "test-instance-link=" + value)
                    .GET());
            assertThat(text(page)).as(value).contains("This page is reached through a registration link.");
        }
    }

    @Test
    void tellsTheSlowerTabThatTheStepIsDone() {
        String wizard = wizard(ConnectionState.CLAIMING);
        clerk();
        for (String action : new String[] {"/company", "/check", "/retry"}) {
            HttpResponse<String> response = browser.submit(wizard, wizard + action, Map.of("companyId", "CMP0001001"));
            assertThat(location(response)).endsWith(wizard);
            assertThat(text(browser.get(wizard)))
                    .as(action)
                    .contains(
                            "Nothing was changed: this step was finished before, in another tab or by somebody else.");
        }
        assertThat(text(browser.get(wizard))).doesNotContain("Nothing was changed");
    }

    @Test
    void tellsWhoAuthenticatesTooLateWhereTheConnectionStands() {
        String wizard = wizard(ConnectionState.EXCHANGING_KEYS);
        clerk();
        assertThat(location(browser.get(wizard + "/authenticate"))).endsWith(wizard);
        assertThat(text(browser.get(wizard)))
                .contains("is not ready for this step; its state is Exchanging Keys.", "Code SX-6006.");
    }

    @Test
    void endsACancellationThatIsNoLongerPossibleInASentence() {
        String number = KeptConnections.add(transactions, connections, ConnectionState.ONBOARDED);
        clerk();
        String page = "/connections/" + number;
        assertThat(location(browser.get(page + "/cancel"))).endsWith(page);
        assertThat(location(browser.submit(page, page + "/cancel", Map.of()))).endsWith(page);
        assertThat(text(browser.get(page))).contains("its state is Onboarded.", "Who can act: You.");
    }

    @Test
    void createsACompanyOnTheWayAndHasItChosen() {
        String wizard = wizard(ConnectionState.VALIDATED);
        clerk();
        String name = "On the way " + REGISTRATIONS.incrementAndGet();
        assertThat(location(browser.submit(wizard, wizard + "/new-company", Map.of("name", name))))
                .endsWith(wizard);
        var page = Jsoup.parse(browser.get(wizard).body());
        assertThat(page.select("#companyId option[selected]").text()).isEqualTo(name);
        assertThat(page.select("[role=status]").text()).contains("The company " + name + " was created");
        browser.submit(wizard, wizard + "/new-company", Map.of("name", name));
        var again = Jsoup.parse(browser.get(wizard).body());
        assertThat(again.select("#name-error").text())
                .isEqualTo("A company named \"" + name + "\" exists already. Use another name, or edit the existing"
                        + " company.");
        assertThat(again.select("#name").val()).isEqualTo(name);
        assertThat(again.select("details[open]")).hasSize(1);
    }

    @Test
    void keepsWhatAPersonHasToSayAndRefusesASecret() {
        String page = "/connections/" + KeptConnections.add(transactions, connections, ConnectionState.ONBOARDED);
        clerk();
        assertThat(location(browser.submit(
                        page, page + "/notes", Map.of("kind", "COMMENT", "text", "Called <b>them</b> today."))))
                .endsWith(page + "#say");
        assertThat(text(browser.get(page))).contains("Called <b>them</b> today.", "Clara Clerk");
        String secret = "See secret=" + "S".repeat(43);
        browser.submit(page, page + "/notes", Map.of("kind", "WORK_NOTE", "text", secret));
        var refused = Jsoup.parse(browser.get(page).body());
        assertThat(refused.select("#say-error").text()).isNotEmpty();
        assertThat(refused.select("#say-text").text()).isEqualTo(secret);
        assertThat(Jsoup.parse(browser.get(page).body()).text()).doesNotContain(secret);
        assertThat(location(browser.get(page + "/notes"))).endsWith(page);
    }

    @Test
    void tellsSomeoneWithoutTheRoleWhomToAskAndLetsThemSwitchAccount() {
        if (users.find(VISITOR).isEmpty()) {
            users.create(VISITOR, "Gus", "Guest", "", users.hash(TestUsers.PASSWORD), Set.of(Role.CONTACT));
        }
        String wizard = wizard(ConnectionState.VALIDATED);
        browser.logIn(VISITOR, TestUsers.PASSWORD);
        HttpResponse<String> refused = browser.get(wizard);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(text(refused))
                .contains(
                        "Your account wizard-guest may not connect this instance to a provider.",
                        "ask an admin of this instance for the role",
                        "SX-9003")
                .doesNotContain("provider.example.com");
        HttpResponse<String> switched = browser.submit(
                wizard, "/connect/switch-account", Map.of("number", wizard.substring("/connect/".length())));
        assertThat(location(switched)).endsWith(wizard);
        assertThat(location(browser.get(wizard))).endsWith("/login");
        assertThat(location(clerk())).endsWith(wizard);
    }

    @Test
    void keepsTheLinkWhileTheAccountIsSwitched() {
        if (users.find(VISITOR).isEmpty()) {
            users.create(VISITOR, "Gus", "Guest", "", users.hash(TestUsers.PASSWORD), Set.of(Role.CONTACT));
        }
        String registration = openLink();
        browser.logIn(VISITOR, TestUsers.PASSWORD);
        assertThat(location(browser.submit("/connect/start", "/connect/switch-account", Map.of())))
                .endsWith("/connect/log-in");
        browser.get("/connect/log-in");
        clerk();
        assertThat(text(browser.get("/connect/start"))).contains(registration, "Begin");
    }

    private String wizard(ConnectionState state) {
        return "/connect/" + KeptConnections.add(transactions, connections, state);
    }

    private String openLink() {
        String registration = "REG" + REGISTRATIONS.incrementAndGet();
        assertThat(location(browser.get("/connect?provider=https://provider.invalid&registration=" + registration
                        + "&secret=" + "S".repeat(43) + "&pin=" + "P".repeat(43))))
                .endsWith("/connect/start");
        return registration;
    }

    private String begin() {
        return location(browser.submit("/account/password", "/connect/begin", Map.of()));
    }

    private HttpResponse<String> clerk() {
        return browser.logIn(TestUsers.CLERK, TestUsers.PASSWORD);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("no redirect: " + response.statusCode());
    }

    private static String text(HttpResponse<String> response) {
        return Jsoup.parse(response.body()).text();
    }
}
