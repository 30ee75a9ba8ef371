package org.serviceexchange.provider.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.serviceexchange.TestBrowser;
import org.serviceexchange.TestUsers;
import org.serviceexchange.api.ApiCaller;
import org.serviceexchange.api.ApiTest;
import org.serviceexchange.api.ApiWorld;
import org.serviceexchange.api.Scope;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.outbound.CallableAddresses;
import org.serviceexchange.provider.registration.RegistrationOrder;
import org.serviceexchange.provider.registration.RegistrationProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Wherever somebody enters the address of another instance, the same addresses are refused in the same words. */
@ApiTest
class AddressEntriesTest {

    private static final Pattern CSRF = Pattern.compile("\"csrfHeader\":\"([^\"]+)\",\"csrfToken\":\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private ApiWorld world;

    @Autowired
    private CallableAddresses addresses;

    @Autowired
    private RegistrationProcess process;

    private ApiWorld.Order order;
    private String registration;
    private TestBrowser browser;
    private ApiCaller service;

    @BeforeEach
    void start() {
        order = world.order();
        service = new ApiCaller(port, world.token("entries", Scope.WRITE).text());
        registration = process.start(order("https://open-" + UUID.randomUUID() + ".example.com"));
        browser = new TestBrowser(port);
        browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/addresses/refused.csv", delimiter = '|', numLinesToSkip = 1)
    void refuseTheSameEverywhere(String entered, String code) {
        Problem expected = catchThrowableOfType(Problem.class, () -> addresses.entered(entered));
        assertThat(expected).as(entered).isNotNull();
        assertThat(expected.code().code()).isEqualTo(code);
        String sentence = expected.sentence(Locale.ENGLISH);

        assertThat(startInTasklist(entered)).isEqualTo(sentence);
        assertThat(checkOfTheStartForm(entered)).contains(json(sentence)).contains("\"field\":\"url\"");
        assertThat(newRegistrationPage(entered)).isEqualTo(sentence);
        assertThat(correctionPage(entered)).isEqualTo(sentence);
        assertThat(ApiCaller.code(api(entered))).isEqualTo(code);

        boolean incomplete = entered.startsWith("ftp")
                || expected.code() == ProblemCode.URL_MALFORMED
                || expected.code() == ProblemCode.URL_WITH_EXTRAS;
        Problem ofLink = incomplete ? new Problem(ProblemCode.LINK_INCOMPLETE, expected) : expected;
        assertThat(pastedLink(entered)).contains(ofLink.sentence(Locale.ENGLISH));
        assertThat(openedLink(entered)).contains(ofLink.finding().cause(Locale.ENGLISH));
    }

    private RegistrationOrder order(String url) {
        return new RegistrationOrder(order.companyId(), order.contactId(), url, TestUsers.ADMIN);
    }

    private String startInTasklist(String entered) {
        Problem refused = catchThrowableOfType(Problem.class, () -> process.start(order(entered)));
        return refused.sentence(Locale.ENGLISH);
    }

    private String checkOfTheStartForm(String entered) {
        String choices =
                browser.send(browser.request("/registrations/choices").GET()).body();
        Matcher csrf = CSRF.matcher(choices);
        assertThat(csrf.find()).as(choices).isTrue();
        String body = "{\"companyId\": \"%s\", \"contactId\": \"%s\", \"consumerUrl\": \"%s\"}"
                .formatted(order.companyId(), order.contactId(), entered);
        return browser.send(browser.request("/registrations/check")
                        .header("Content-Type", "application/json")
                        .header(csrf.group(1), csrf.group(2))
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .body();
    }

    private String newRegistrationPage(String entered) {
        String page = "/registrations/new";
        return errorOf(browser.submit(
                page, page, Map.of("company", order.companyId(), "contact", order.contactId(), "url", entered)));
    }

    private String correctionPage(String entered) {
        String page = "/registrations/" + registration + "/address";
        return errorOf(browser.submit(page, page, Map.of("url", entered)));
    }

    private static String errorOf(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(422);
        return Jsoup.parse(response.body()).select("#url-error").text();
    }

    private HttpResponse<String> api(String entered) {
        return service.create(new ApiWorld.Order(order.companyId(), order.contactId(), entered));
    }

    private String pastedLink(String entered) {
        String link = "http://localhost:9/connect?" + parameters(entered);
        browser.submit("/?side=consumer", "/connections/link", Map.of("link", link));
        return Jsoup.parse(browser.get("/?side=consumer").body()).text();
    }

    private String openedLink(String entered) {
        return Jsoup.parse(browser.get("/connect?" + parameters(entered)).body())
                .text();
    }

    private static String parameters(String entered) {
        return "provider=" + URLEncoder.encode(entered, StandardCharsets.UTF_8) + "&registration=REG0001001&secret="
                + "S".repeat(43) + "&pin=" + "P".repeat(43);
    }

    private static String json(String sentence) {
        return sentence.replace("\"", "\\\"");
    }
}
