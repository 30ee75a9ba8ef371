package org.serviceexchange.directory.login.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestBrowser;
import org.serviceexchange.TestUsers;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.CreateCompany;
import org.serviceexchange.directory.CreateContact;
import org.serviceexchange.directory.EditContact;
import org.serviceexchange.directory.Person;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.web.throttle.Throttle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@InstanceTest
class LoginTest {

    private static final String SESSION = "test-instance-session";

    @LocalServerPort
    int port;

    @Autowired
    CreateCompany createCompany;

    @Autowired
    CreateContact createContact;

    @Autowired
    Users users;

    @Autowired
    EditContact editContact;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    TestBrowser browser;

    @BeforeEach
    void openBrowser() {
        browser = new TestBrowser(port);
    }

    @Autowired
    private Throttle throttle;

    /** Other tests of the context log in as the same user. */
    @AfterEach
    void forgetWrongPasswords() {
        throttle.forget(TestUsers.CLERK, "127.0.0.1");
    }

    @Test
    void leadsToTheLoginPageAndBackToWhereThePersonWantedToGo() {
        assertThat(location(browser.get("/account/password"))).endsWith("/login");

        assertThat(location(browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD))).endsWith("/account/password");
        assertThat(browser.get("/").body()).contains("Logged in as admin", "test-instance");
    }

    @Test
    void leadsToTheStartPageOtherwise() {
        assertThat(location(browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD))).endsWith("/");
    }

    @Test
    void givesANewSessionAtLoginAndNoneBefore() {
        browser.get("/login");
        assertThat(browser.cookie(SESSION)).isEmpty();

        browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
        String first = browser.cookie(SESSION);
        assertThat(first).isNotEmpty();

        // From a page with a form, because the login page sends away whoever is logged in
        HttpResponse<String> second = browser.submit(
                "/account/password", "/login", Map.of("username", TestUsers.ADMIN, "password", TestUsers.PASSWORD));
        assertThat(location(second)).isEqualTo("/");
        assertThat(browser.cookie(SESSION)).isNotEmpty().isNotEqualTo(first);
    }

    @Test
    void leadsBackByACookieOfThisInstanceOnly() {
        browser.get("/account/password?a=b");
        String page = browser.cookie("test-instance-page");
        assertThat(page).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{43}");

        assertThat(location(browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD))).isEqualTo("/account/password?a=b");
        browser.get("/account/password?a=b");
        assertThat(browser.cookie("test-instance-page")).isEmpty();
    }

    @Test
    void keepsNothingForAVeryLongAddress() {
        browser.get("/account/password?" + "a".repeat(2_000));

        assertThat(browser.cookie("test-instance-page")).isEmpty();
    }

    @Test
    void letsAKnownDeviceInWhileOthersAtItsAddressArePaused() {
        browser.logIn(TestUsers.CLERK, TestUsers.PASSWORD);
        TestBrowser guesser = new TestBrowser(port);
        for (int i = 0; i < 5; i++) {
            guesser.logIn(TestUsers.CLERK, "wrong");
        }
        assertThat(location(guesser.logIn(TestUsers.CLERK, "wrong"))).endsWith("/login?paused");

        browser.submit("/", "/logout", Map.of());
        assertThat(location(browser.logIn(TestUsers.CLERK, TestUsers.PASSWORD))).isEqualTo("/");
    }

    @Guarantee(of = DirectoryLogin.class, says = "An unknown user and a wrong password are answered alike.")
    @Test
    void answersAlikeForAnUnknownUserAndAWrongPassword() {
        HttpResponse<String> unknown = browser.logIn("nobody-" + UUID.randomUUID(), "wrong");
        HttpResponse<String> wrong = browser.logIn(TestUsers.ADMIN, "wrong");

        assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(302);
        assertThat(location(wrong)).isEqualTo(location(unknown)).endsWith("/login?refused");
        assertThat(browser.get("/login?refused").body())
                .contains("User name and password do not match. Try again, or ask an admin to set a new password.");
    }

    @Guarantee(of = DirectoryLogin.class, says = "An unknown user costs the work of a password too.")
    @Test
    void doesTheWorkOfAPasswordForUnknownUsersToo() {
        PasswordManager real = engine.getPasswordManager();
        List<String> checked = new ArrayList<>();
        engine.setPasswordManager(new PasswordManager(engine.getPasswordEncryptor(), List.of()) {
            @Override
            public boolean check(String password, String encrypted) {
                checked.add(password);
                return real.check(password, encrypted);
            }
        });
        try {
            browser.logIn(TestUsers.CLERK, "wrong");
            assertThat(checked).hasSize(1);

            browser.logIn("nobody-" + UUID.randomUUID(), "wrong");
            assertThat(checked).hasSize(2);
        } finally {
            engine.setPasswordManager(real);
        }
    }

    @Test
    void pausesAfterManyWrongPasswordsAndSaysSo() {
        String user = "guessed-" + UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            assertThat(location(browser.logIn(user, "wrong"))).endsWith("/login?refused");
        }

        assertThat(location(browser.logIn(user, "wrong"))).endsWith("/login?paused");
        assertThat(browser.get("/login?paused").body())
                .contains("There were too many wrong attempts from here. Wait a minute, then try again.");
    }

    @Test
    void endsTheSessionAtLogout() {
        browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
        HttpResponse<String> bye = browser.submit("/", "/logout", Map.of());

        assertThat(location(bye)).endsWith("/login?bye");
        assertThat(location(browser.get("/"))).endsWith("/login");
    }

    @Test
    void refusesAFormWithoutItsToken() {
        HttpResponse<String> response =
                browser.post("/login", Map.of("username", TestUsers.ADMIN, "password", TestUsers.PASSWORD));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body())
                .contains(
                        "The page was open for too long, or was opened before you logged in.",
                        "Open it again and repeat what you did.");
    }

    @Test
    void refusesADeactivatedContact() {
        Company company = createCompany.create("Company " + UUID.randomUUID());
        String user = "contact-" + UUID.randomUUID();
        TestUsers.contact(createContact, users, new Person(user, "Con", "Tact", ""), company.id());
        editContact.setActive(user, false);

        assertThat(location(browser.logIn(user, TestUsers.PASSWORD))).endsWith("/login?refused");
    }

    @Test
    void sendsTheHeadersOfOwnPages() {
        HttpResponse<String> page = browser.get("/login");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;")
                .contains("base-uri 'none'; frame-ancestors 'none'; form-action 'self'")
                .doesNotContain("unsafe-inline", "unsafe-eval");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("test-instance-form")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Lax"));
        assertThat(browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD).headers().allValues("Set-Cookie"))
                .anyMatch(cookie ->
                        cookie.startsWith(SESSION) && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
    }

    @Test
    void answersUnknownAddressesWithAPageForBrowsersAndADocumentForPrograms() {
        HttpResponse<String> page = browser.get("/no-such-page");
        HttpResponse<String> document =
                browser.send(browser.request("/no-such-page").GET());

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is nothing at this address.", "Go back to the start page.");
        assertThat(document.statusCode()).isEqualTo(404);
        assertThat(document.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(document.body())
                .contains("\"type\":\"urn:service-exchange:problem:SX-9002\"", "\"retry\":false", "\"time\":\"2");
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("none, but " + response.statusCode());
    }
}
