package org.serviceexchange.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestBrowser;
import org.serviceexchange.TestUsers;
import org.serviceexchange.directory.CreateCompany;
import org.serviceexchange.directory.CreateContact;
import org.serviceexchange.directory.Person;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@InstanceTest
class LanguageTest {

    private static final String COOKIE = "test-instance-language";

    @LocalServerPort
    int port;

    @Autowired
    CreateCompany createCompany;

    @Autowired
    CreateContact createContact;

    TestBrowser browser;

    @BeforeEach
    void openBrowser() {
        browser = new TestBrowser(port);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de              | de",
                "de-AT           | de",
                "de-CH-1996      | de",
                "DE              | de",
                "ja, de;q=0.5    | de",
                "fr-CA, en;q=0.9 | fr",
                "es-419          | es",
                "en;q=0.1, de    | de",
                "en-GB           | en",
                "de;q=0.1, en    | en",
                "ja              | en",
                "*               | en",
                "ja, *;q=0.1     | en",
                "%%% ;q=x,,      | en",
                "de;q=99         | en",
            })
    void isTheOneTheBrowserAsksForIfItIsOffered(String header, String language) {
        HttpResponse<String> page = browser.send(browser.request("/login")
                .header("Accept", "text/html")
                .header("Accept-Language", header)
                .GET());
        assertThat(page.body()).contains("<html lang=\"" + language + "\">");
        assertThat(page.headers().firstValue("Content-Language")).contains(language);
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void isKeptOnceAPersonChoseIt() {
        HttpResponse<String> switched = choose("de", "/login?bye");

        assertThat(switched.statusCode()).isEqualTo(302);
        assertThat(switched.headers().firstValue("Location").orElse("")).endsWith("/login?bye");
        assertThat(switched.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith(COOKIE + "=de;")
                        .contains("Path=/;", "Max-Age=31536000", "HttpOnly", "SameSite=Lax")
                        .doesNotContain("Secure"));
        assertThat(browser.get("/login?refused").body())
                .contains("Benutzername und Passwort passen nicht zusammen.", "<h1>Anmelden</h1>");
        assertThat(browser.get("/no-such-page").body())
                .contains("Unter dieser Adresse gibt es nichts.", "name=\"page\" value=\"/no-such-page\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/\tevil",
                "/x\r\nLocation: https://evil.example",
                "/\u2028evil",
                "/{7*7}",
                "evil.example",
                ""
            })
    void leadsToNoOtherPlace(String page) {
        HttpResponse<String> switched = choose("de", page);
        assertThat(switched.headers().firstValue("Location").orElse("")).isEqualTo("/");
    }

    @Test
    void isOneThatIsOffered() {
        HttpResponse<String> response = choose("xx", "/login");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith(COOKIE));
    }

    @Test
    void leadsBackToAPageFromTheAnswerOfAForm() {
        String contact = contact();
        browser.logIn(TestUsers.CLERK, TestUsers.PASSWORD);
        String page = "/contacts/" + contact;

        assertThat(browser.submit(page, page, Map.of("firstName", "", "lastName", "Tact"))
                        .body())
                .contains("First name is not valid: it is empty.")
                .contains("name=\"page\" value=\"" + page + "\"");
        assertThat(browser.post(page + "/activate", Map.of()).body())
                .contains("The page was open for too long", "name=\"page\" value=\"" + page + "\"")
                .contains("<a class=\"button\" href=\"" + page + "\">Back</a>");
        assertThat(browser.post("/logout", Map.of()).body())
                .contains("name=\"page\" value=\"/\"")
                .doesNotContain(">Back</a>");
    }

    private String contact() {
        String unique = UUID.randomUUID().toString();
        String company = createCompany.create("Company " + unique).id();
        return createContact
                .create(new Person("c-" + unique, "Con", "Tact", ""), company)
                .userId();
    }

    private HttpResponse<String> choose(String language, String page) {
        return browser.submit("/login", "/language", Map.of("language", language, "page", page));
    }
}
