package org.serviceexchange.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
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

@InstanceTest
class UserPagesTest {

    private static final Pattern LINK = Pattern.compile("value=\"([^\"]*/password/link\\?secret=[^\"]+)\"");
    private static final String CHOSEN = "a password by link";

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    private final String user = "u-" + UUID.randomUUID();
    private TestBrowser browser;

    @BeforeEach
    void logInAsAdmin() {
        browser = new TestBrowser(port);
        browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
    }

    @Test
    void leadsANewUserFromTheLinkToTheFirstLogin() {
        HttpResponse<String> shown = create();
        assertThat(shown.body()).contains("Give this link to " + user + " by a way you trust. It is shown only now.");
        TestBrowser person = new TestBrowser(port);
        URI link = link(shown);

        HttpResponse<String> opened = person.get(link.getPath() + "?" + link.getQuery());
        assertThat(location(opened)).endsWith("/password/new");
        assertThat(opened.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(opened.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("test-instance-password=")
                        .contains("Path=/password", "HttpOnly", "SameSite=Lax"));
        assertThat(person.get("/password/new").body()).contains("For the user " + user + " at test-instance.");
        assertThat(set(person, CHOSEN, "something else").body()).contains("id=\"repeated-error\"");
        assertThat(location(set(person, CHOSEN, CHOSEN))).endsWith("/login?chosen");

        assertThat(person.get("/login?chosen").body()).contains("The new password is set. Log in with it.");
        assertThat(location(person.logIn(user, CHOSEN))).endsWith("/");
        assertThat(person.cookie("test-instance-password")).isEmpty();
        HttpResponse<String> again = new TestBrowser(port).get(link.getPath() + "?" + link.getQuery());
        assertThat(location(again)).endsWith("/password/new");
    }

    @Test
    void refusesALinkThatWasUsedOrIsNone() {
        URI link = link(create());
        TestBrowser first = new TestBrowser(port);
        TestBrowser second = new TestBrowser(port);
        first.get(link.getPath() + "?" + link.getQuery());
        second.get(link.getPath() + "?" + link.getQuery());
        set(first, CHOSEN, CHOSEN);

        HttpResponse<String> refused = second.get("/password/new");
        assertThat(refused.statusCode()).isEqualTo(410);
        assertThat(refused.body()).contains("SX-1110", "Forgot password?");
        for (String none : new String[] {"/password/link", "/password/link?secret=x", "/password/new"}) {
            assertThat(new TestBrowser(port).get(none).statusCode()).as(none).isEqualTo(410);
        }
    }

    @Test
    void listsFindsEditsAndDeactivates() {
        create();
        assertThat(browser.get("/users?q=" + user).body())
                .contains(user + "@example.com", "Key management admin", "No password yet");
        assertThat(browser.get("/users?q=" + UUID.randomUUID()).body()).contains("No user matches.");
        users.changePassword(user, users.hash(CHOSEN));
        TestBrowser person = new TestBrowser(port);
        person.logIn(user, CHOSEN);

        String page = "/users/" + user;
        browser.submit(
                page,
                page,
                Map.of("firstName", "Una", "lastName", "Used", "mail", "", "roles", "SERVICE_EXCHANGE_ADMIN"));
        assertThat(browser.get(page).body()).contains("Saved.", "value=\"Una\"");
        assertThat(users.find(user).orElseThrow().roles()).containsExactly(Role.SERVICE_EXCHANGE_ADMIN);

        person.logIn(user, CHOSEN);
        assertThat(person.get("/account/password").statusCode()).isEqualTo(200);
        browser.submit(page, page + "/end-sessions", Map.of());
        assertThat(location(person.get("/account/password"))).endsWith("/login");
        assertThat(browser.get(page + "/deactivate").body()).contains("Deactivate " + user + "?");
        browser.submit(page + "/deactivate", page + "/deactivate", Map.of());
        assertThat(location(person.logIn(user, CHOSEN))).endsWith("/login?refused");
        browser.submit(page, page + "/activate", Map.of());
        assertThat(location(person.logIn(user, CHOSEN))).endsWith("/account/password");
    }

    @Test
    void saysWhatIsWrongNearTheField() {
        assertThat(browser.submit(
                                "/users/new",
                                "/users/new",
                                Map.of("userId", "no good", "firstName", "A", "lastName", "B"))
                        .body())
                .contains("id=\"userId-error\"");
        assertThat(browser.submit(
                                "/users/new",
                                "/users/new",
                                Map.of("userId", TestUsers.CLERK, "firstName", "A", "lastName", "B"))
                        .body())
                .contains("The user name &quot;clerk&quot; is taken.");
        assertThat(browser.get("/users/nobody-here").statusCode()).isEqualTo(404);
    }

    @Test
    void isClosedToEverybodyElse() {
        browser = new TestBrowser(port);
        browser.logIn(TestUsers.CLERK, TestUsers.PASSWORD);
        assertThat(browser.get("/users").statusCode()).isEqualTo(403);
        assertThat(browser.submit("/", "/users/admin/link-to-copy", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(location(new TestBrowser(port).get("/users"))).endsWith("/login");
    }

    @Test
    void answersWhoeverForgotThePasswordAlikeAndSlowsGuessingDown() {
        TestBrowser person = new TestBrowser(port);
        assertThat(person.get("/login").body()).contains("/password/forgotten");
        assertThat(person.get("/password/forgotten").body()).contains("This instance sends no e-mails.");
        String unknown = forgotten(person, user);
        for (int i = 0; i < 5; i++) {
            forgotten(person, user);
        }
        assertThat(forgotten(person, user))
                .contains("There were too many wrong attempts from here")
                .isNotEqualTo(unknown);
        assertThat(forgotten(person, TestUsers.CLERK)).isEqualTo(unknown);
    }

    private static String forgotten(TestBrowser person, String name) {
        return person.submit("/password/forgotten", "/password/forgotten", Map.of("userId", name))
                .body()
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private HttpResponse<String> create() {
        return browser.submit(
                "/users/new",
                "/users/new",
                Map.of(
                        "userId", user,
                        "firstName", "Uma",
                        "lastName", "User",
                        "mail", user + "@example.com",
                        "roles", "KMF_ADMIN"));
    }

    private static HttpResponse<String> set(TestBrowser person, String chosen, String repeated) {
        return person.submit("/password/new", "/password/new", Map.of("chosen", chosen, "repeated", repeated));
    }

    private static URI link(HttpResponse<String> shown) {
        Matcher link = LINK.matcher(shown.body());
        assertThat(link.find()).as(shown.body()).isTrue();
        return URI.create(link.group(1));
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }
}
