package org.serviceexchange.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestBrowser;
import org.serviceexchange.TestUsers;
import org.serviceexchange.account.AdministerUsers;
import org.serviceexchange.directory.Person;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the security log of a running instance tells. */
@InstanceTest
class SecurityEventsTest {

    private static final String HERE = " source.address=\"127.0.0.1\"";

    @LocalServerPort
    int port;

    @Autowired
    private AdministerUsers administer;

    @Autowired
    private Users users;

    private TestBrowser browser;
    private SecurityLines lines;

    @BeforeEach
    void begin() {
        browser = new TestBrowser(port);
        lines = new SecurityLines();
    }

    @AfterEach
    void end() {
        lines.close();
    }

    @Test
    void tellsOfLoginsRefusedLoginsAndPauses() {
        browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
        assertThat(lines.text()).contains("login: user.name=\"admin\"" + HERE);

        String unknown = "nobody-" + UUID.randomUUID();
        String quoted = "user.name=\"unknown\"" + HERE;
        TestBrowser stranger = new TestBrowser(port);
        for (int attempt = 0; attempt < 7; attempt++) {
            stranger.logIn(unknown, "wrong");
        }
        stranger.logIn(TestUsers.CLERK, "wrong");
        assertThat(lines.text())
                .contains("login-refused: " + quoted, "login-paused: " + quoted)
                .contains("login-refused: user.name=\"clerk\"" + HERE)
                .doesNotContain(unknown);
        assertThat(lines.facts()).containsEntry("event.category", "authentication");
    }

    @Test
    void tellsWhoWasRefusedWhat() {
        browser.logIn(TestUsers.CLERK, TestUsers.PASSWORD);
        browser.get("/actuator/metrics");
        browser.post("/companies", Map.of("name", "x"));
        browser.send(browser.request("/api/v1/registrations")
                .header("Authorization", "Bearer not-a-token")
                .GET());
        new TestBrowser(port).get("/actuator/prometheus");

        assertThat(lines.text())
                .contains(
                        refused("SX-9003", "GET", "/actuator/metrics") + " user.name=\"clerk\"",
                        refused("SX-1008", "POST", "/companies") + " user.name=\"clerk\"",
                        refused("SX-7002", "GET", "/api/v1/registrations"),
                        refused("SX-7002", "GET", "/actuator/prometheus"));
    }

    @Test
    void tellsWhatChangesWhoMayDoWhat() {
        String user = "user-" + UUID.randomUUID();
        Person person = new Person(user, "Una", "User", "una@test.example");
        administer.create(person, Set.of(Role.KMF_ADMIN));
        administer.edit(person, Set.of(Role.SERVICE_EXCHANGE_ADMIN));
        users.changePassword(user, users.hash(TestUsers.PASSWORD));
        administer.setActive(user, false);
        administer.setActive(user, true);
        administer.endSessions(user);

        String target = " user.target.name=\"" + user + "\"";
        String roles = "roles-changed:" + target + " user.target.roles.given=";
        assertThat(lines.text())
                .containsExactly(
                        "user-created:" + target,
                        roles + "\"sn_kmf.admin\" user.target.roles.taken=\"\"",
                        roles + "\"sn_sb.admin\" user.target.roles.taken=\"sn_kmf.admin\"",
                        "password-changed:" + target,
                        "user-deactivated:" + target,
                        "user-activated:" + target,
                        "sessions-ended:" + target);
    }

    @Test
    void tellsWhoIssuesAndRevokesTokensAndRotatesKeys() {
        browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
        browser.submit("/api-tokens", "/api-tokens", Map.of("service", "crm", "scope", "READ", "days", "5"));
        browser.submit("/kmf/health", "/kmf/keys/encrypter/versions", Map.of());

        assertThat(lines.text())
                .anyMatch(line -> line.startsWith("token-issued: token.id=\"TOK")
                        && line.contains(" token.service=\"crm\"")
                        && line.endsWith(" user.name=\"admin\""))
                .contains("key-rotated: key.purpose=\"encrypter\" user.name=\"admin\"");
        String number = lines.text().stream()
                .filter(line -> line.startsWith("token-issued"))
                .map(line -> line.split("\"", -1)[1])
                .findFirst()
                .orElseThrow();
        browser.submit("/api-tokens", "/api-tokens/" + number + "/revoke", Map.of());
        assertThat(lines.text()).contains("token-revoked: token.id=\"" + number + "\" user.name=\"admin\"");
    }

    private static String refused(String code, String method, String path) {
        return "refused: error.code=\"" + code + "\" http.request.method=\"" + method + "\" url.path=\"" + path + "\""
                + HERE;
    }
}
