package org.serviceexchange.directory.login.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.EmptyHome;
import org.serviceexchange.TestBrowser;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** One instance from its first start, so the order of the tests matters. */
@ContextConfiguration(initializers = EmptyHome.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "service-exchange.instance.setup-secret=the secret of this test",
            // The webapps find engines by name in the whole JVM; for the same reason this context is never closed early
            "camunda.bpm.process-engine-name=other",
        })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetUpPageTest {

    private static final String PASSWORD = "a long enough password";

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    private TestBrowser browser;

    @BeforeEach
    void openBrowser() {
        browser = new TestBrowser(port);
    }

    @Order(1)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/companies",
                "/camunda/app/tasklist/default/",
                "/camunda/app/admin/default/setup/",
                "/camunda/api/admin/setup/default/user/create",
                "/.well-known/service-exchange",
                "/oauth2/authorize",
                "/no-such-page"
            })
    void leadsEveryAddressToTheSetUpPageBeforeThereIsAnAdmin(String path) {
        assertThat(location(browser.get(path))).endsWith("/setup");
        assertThat(browser.get("/setup").body()).contains("Set up this instance");
    }

    @Order(2)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/sx/v1/claims",
                "/oauth2/token",
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/auth/user/default/login/admin"
            })
    void refusesEveryMessageBeforeThereIsAnAdmin(String path) {
        assertThat(browser.post(path, Map.of("username", "x")).statusCode()).isEqualTo(503);
    }

    @Test
    @Order(3)
    void refusesAWrongSecretInWordsThatHelp() {
        HttpResponse<String> response = browser.submit("/setup", "/setup", form("the secret of this tesT", PASSWORD));

        assertThat(response.body())
                .contains(
                        "The set-up secret is not the one of this instance, or it was used already."
                                + " Copy the secret from the log of the first start, or restart the instance to get a new one.");
        assertThat(users.anyAdmin()).isFalse();
    }

    @Test
    @Order(3)
    void isReadInAnotherLanguageBeforeThereIsAnAdmin() {
        HttpResponse<String> switched =
                browser.submit("/setup", "/language", Map.of("language", "de", "page", "/setup"));

        assertThat(location(switched)).endsWith("/setup");
        assertThat(browser.get("/setup").body()).contains("Diese Instanz einrichten");
        assertThat(browser.get("/js/moments.js").statusCode()).isEqualTo(200);
        assertThat(browser.submit("/setup", "/setup", form("wrong", PASSWORD)).body())
                .contains("id=\"secret-error\"", "Das Einrichtungsgeheimnis ist nicht das dieser Instanz");
    }

    @Test
    @Order(4)
    void refusesAWeakPassword() {
        assertThat(browser.submit("/setup", "/setup", form("the secret of this test", "short"))
                        .body())
                .contains("Password is not valid: it has fewer than 12 characters. Correct it and save again.");
        assertThat(users.anyAdmin()).isFalse();
    }

    @Test
    @Order(5)
    void makesTheFirstAdminWhoIsLoggedInAndCanOpenTheWebapps() {
        HttpResponse<String> response = browser.submit("/setup", "/setup", form("the secret of this test", PASSWORD));

        assertThat(location(response)).endsWith("/first-start/address");
        assertThat(browser.get("/first-start/address").body()).contains("No address is set.", "Go on anyway");
        assertThat(users.find("first").orElseThrow().roles())
                .isEqualTo(Set.of(Role.ADMIN, Role.SERVICE_EXCHANGE_ADMIN, Role.KMF_ADMIN, Role.CRYPTOGRAPHIC_MANAGER));
        assertThat(browser.get("/").body()).contains("Set up this instance", "Go on with: Address");
        browser.submit("/", "/logout", Map.of());
        assertThat(location(browser.get("/first-start/address"))).endsWith("/login");
        browser.logIn("first", PASSWORD);
        assertThat(browser.get("/camunda/app/cockpit/other/").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(6)
    void isGoneAfterwards() {
        assertThat(browser.get("/setup").statusCode()).isEqualTo(404);
        Map<String, String> form = new HashMap<>(form("the secret of this test", PASSWORD));
        form.put("userId", "second");
        assertThat(browser.submit("/login", "/setup", form).statusCode()).isEqualTo(404);
        assertThat(users.find("second")).isEmpty();
    }

    @Test
    @Order(7)
    void isFollowedByOneStepAfterTheOther() {
        browser.logIn("first", PASSWORD);
        assertThat(goOn("/first-start/address", "/leave-out", Map.of())).endsWith("/first-start/mail");
        assertThat(goOn("/first-start/mail", "/leave-out", Map.of())).endsWith("/first-start/keys");
        assertThat(browser.get("/first-start/keys/what-to-keep.txt").body())
                .contains("key-store.bcfks", "key-store.passphrase", "two different places");
        assertThat(goOn("/first-start/keys", "", Map.of())).endsWith("/first-start/provider");
        assertThat(browser.submit("/first-start/provider", "/first-start/provider", Map.of("name", "no good"))
                        .body())
                .contains("id=\"name-error\"", "value=\"no good\"");
        assertThat(goOn("/first-start/provider", "", Map.of("name", "first-provider")))
                .endsWith("/first-start/company");
        assertThat(browser.get("/first-start/company").body()).contains("id=\"saved\"");
        assertThat(browser.get("/first-start/company").body()).doesNotContain("id=\"saved\"");
    }

    @Test
    @Order(8)
    void endsWithTheCompanyThatIsRegistered() {
        browser.logIn("first", PASSWORD);
        Map<String, String> contact = new HashMap<>(Map.of(
                "name", "First Ltd", "firstName", "Nora", "lastName", "Contact", "mail", "", "userId", "bad id"));
        assertThat(browser.submit("/first-start/company", "/first-start/company", contact)
                        .body())
                .contains("id=\"userId-error\"", "value=\"First Ltd\"");
        contact.put("userId", "nora.contact");
        assertThat(browser.submit("/first-start/company", "/first-start/company", contact)
                        .body())
                .contains("/password/link?secret=", "href=\"/first-start\"");
        assertThat(location(browser.get("/first-start"))).endsWith("/first-start/registration");
        assertThat(browser.get("/first-start/registration").body())
                .contains("For Nora Contact of First Ltd:", "value=\"nora.contact\"");
        browser.submit("/first-start/registration", "/first-start/registration/leave-out", Map.of());
        assertThat(location(browser.get("/first-start"))).endsWith("/");
        assertThat(browser.get("/").body()).contains("Begin here", "There is no registration yet.");
    }

    /** Where the next step is after this one was submitted. */
    private String goOn(String page, String action, Map<String, String> fields) {
        assertThat(location(browser.submit(page, page + action, fields))).endsWith("/first-start");
        return location(browser.get("/first-start"));
    }

    private static Map<String, String> form(String secret, String password) {
        return Map.of(
                "secret",
                secret,
                "userId",
                "first",
                "firstName",
                "Fay",
                "lastName",
                "First",
                "mail",
                "",
                "password",
                password,
                "repeated",
                password);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("none, but " + response.statusCode());
    }
}
