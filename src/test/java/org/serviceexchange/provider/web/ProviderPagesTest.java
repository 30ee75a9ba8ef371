package org.serviceexchange.provider.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestBrowser;
import org.serviceexchange.TestUsers;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an admin's browser and the start form in Tasklist receive; creates no registration. */
@InstanceTest
class ProviderPagesTest {

    private static final Pattern TOKEN = Pattern.compile("\"csrfHeader\":\"([^\"]+)\",\"csrfToken\":\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    private TestBrowser browser;

    @BeforeEach
    void openABrowser() {
        browser = new TestBrowser(port);
    }

    @Test
    void areClosedToThoseWhoAreNotLoggedIn() {
        assertThat(browser.get("/registrations").headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/login"));
        assertThat(browser.get("/registrations/REG0001001/status").statusCode()).isEqualTo(302);
    }

    @Test
    void areOpenToThoseWhoAdminister() {
        browser.logIn(TestUsers.CLERK, TestUsers.PASSWORD);
        assertThat(browser.get("/registrations").headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/?side=provider"));
    }

    @Test
    void sayThatARegistrationIsUnknown() {
        browser.logIn(TestUsers.CLERK, TestUsers.PASSWORD);
        HttpResponse<String> page = browser.get("/registrations/REG0009999");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no registration REG0009999.");
    }

    @Test
    void tellTheFormWhatWouldBeRefused() {
        HttpResponse<String> response = check(
                "{\"companyId\":\"none\",\"contactId\":\"none\",\"consumerUrl\":\"https://consumer.example.com\"}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo("{\"accepted\":false,\"refusal\":\"The company does not exist or is deactivated."
                        + " Choose an active company, or create it under Companies first.\",\"field\":\"company\"}");
    }

    @Test
    void refuseAnEmptyFormWithASentence() {
        HttpResponse<String> response = check("{}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).startsWith("{\"accepted\":false,\"refusal\":\"");
    }

    private HttpResponse<String> check(String entered) {
        browser.logIn(TestUsers.CLERK, TestUsers.PASSWORD);
        Matcher token = TOKEN.matcher(
                browser.send(browser.request("/registrations/choices").GET()).body());
        assertThat(token.find()).isTrue();
        return browser.send(browser.request("/registrations/check")
                .header("Content-Type", "application/json")
                .header(token.group(1), token.group(2))
                .POST(BodyPublishers.ofString(entered)));
    }

    @Test
    void doNotAnswerTheFormWithoutItsToken() {
        browser.logIn(TestUsers.CLERK, TestUsers.PASSWORD);
        HttpResponse<String> response = browser.send(browser.request("/registrations/check")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
        assertThat(response.statusCode()).isEqualTo(403);
    }
}
