package org.serviceexchange.provider.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.when;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.TestBrowser;
import org.serviceexchange.TestUsers;
import org.serviceexchange.api.ApiTest;
import org.serviceexchange.api.ApiWorld;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationOrder;
import org.serviceexchange.provider.registration.RegistrationProcess;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.Registrations;
import org.serviceexchange.provider.validation.ConsumerCheck;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** An admin meets an address that cannot be checked, or is wrong, on the pages and with the real process. */
@ApiTest
class AddressStoryTest {

    private static final Pattern DECISION =
            Pattern.compile("\"offered\":(true|false),\"csrfHeader\":\"([^\"]+)\",\"csrfToken\":\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private ApiWorld world;

    @Autowired
    private RegistrationProcess process;

    @Autowired
    private Registrations registrations;

    @Autowired
    private ConsumerCheck consumerCheck;

    @Autowired
    private TransactionTemplate transaction;

    private final String unique = UUID.randomUUID().toString();
    private final String address = "https://c-" + unique + ".example.com";
    private final String corrected = "https://right-" + unique + ".example.com";
    private TestBrowser browser;

    @BeforeEach
    void logIn() {
        browser = new TestBrowser(port);
        browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
    }

    @Test
    void goesOnAnywayOnThePageAfterAConfirmation() {
        String number = unreachable();
        assertThat(page(number).select("#go-on").attr("href")).isEqualTo(path(number) + "/go-on");
        Document question = document(browser.get(path(number) + "/go-on"));
        assertThat(question.select("h1").text())
                .isEqualTo("Go on with " + number + " although the consumer instance was not checked?");

        browser.submit(path(number), path(number) + "/go-on", Map.of());
        awaitState(number, RegistrationState.OPEN);
        assertThat(journal(number))
                .contains("Decided to go on although the consumer instance was not checked:"
                        + " This instance does not reach the consumer instance at " + address + ".");
        assertThat(page(number).select("#go-on")).isEmpty();
    }

    @Test
    void goesOnAnywayInTasklist() {
        String number = unreachable();
        Matcher offer = DECISION.matcher(
                browser.send(browser.request(path(number) + "/going-on").GET()).body());
        assertThat(offer.find()).isTrue();
        assertThat(offer.group(1)).isEqualTo("true");
        String answer = decide(number, offer);
        assertThat(answer).isEqualTo("{\"refusal\":\"\"}");
        assertThat(process.checkAgain(number, TestUsers.ADMIN)).isTrue(); // as the form completes its task
        awaitState(number, RegistrationState.OPEN);
        assertThat(decide(number, offer)).contains("There is nothing that the registration " + number);
    }

    @Test
    void doesNotGoOnWithAFindingThatIsAFault() {
        when(consumerCheck.problem(address)).thenReturn(Optional.of(new Problem(ProblemCode.URL_IS_OWN, address)));
        String number = start();
        awaitState(number, RegistrationState.VALIDATION_FAILED);
        assertThat(page(number).select("#go-on")).isEmpty();
        browser.submit(path(number), path(number) + "/go-on", Map.of());
        assertThat(page(number).select("[role=alert]").text()).contains("There is nothing that the registration");
        assertThat(state(number)).isEqualTo(RegistrationState.VALIDATION_FAILED);
    }

    @Test
    void correctsTheAddressWhileTheChecksFail() {
        String number = unreachable();
        assertThat(correct(number, Map.of("url", corrected)).statusCode()).isEqualTo(302);
        awaitState(number, RegistrationState.OPEN);
        assertThat(address(number)).isEqualTo(corrected);
        assertThat(journal(number))
                .contains("Corrected the address of the consumer instance from " + address + " to " + corrected + ".");
    }

    @Test
    void correctsTheAddressOfAnOpenRegistrationAndReplacesTheLink() {
        String number = open();
        String oldLink = page(number).select("#link").val();
        assertThat(oldLink).startsWith(address + "/connect?");
        String oldSecret = hash(number);

        assertThat(correct(number, Map.of("url", corrected + ":443/")).statusCode())
                .isEqualTo(302);
        assertThat(page(number).select("#link").val()).startsWith(corrected + "/connect?");
        assertThat(registrations.ofSecret(oldSecret)).isEmpty();
        assertThat(hash(number)).isNotEqualTo(oldSecret);
        assertThat(state(number)).isEqualTo(RegistrationState.OPEN);
    }

    @Test
    void changesNothingIfTheCorrectedAddressCannotBeCheckedUntilTheAdminGoesOn() {
        String number = open();
        when(consumerCheck.problem(corrected))
                .thenReturn(Optional.of(new Problem(ProblemCode.CONSUMER_NOT_REACHED, corrected)));
        HttpResponse<String> refused = correct(number, Map.of("url", corrected));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(document(refused).select("#found").text()).contains("does not reach the consumer instance");
        assertThat(document(refused).select("#url").val()).isEqualTo(corrected);
        assertThat(address(number)).isEqualTo(address);

        assertThat(correct(number, Map.of("url", corrected, "goOn", "true")).statusCode())
                .isEqualTo(302);
        assertThat(address(number)).isEqualTo(corrected);
        assertThat(journal(number)).contains("Decided to go on although the consumer instance was not checked");
    }

    @Test
    void refusesAnAddressThatTheCompanyUsesAlready() {
        ApiWorld.Order order = world.order();
        String first = start(order, corrected);
        String number = start(order, address);
        awaitState(number, RegistrationState.OPEN);
        HttpResponse<String> refused = correct(number, Map.of("url", corrected));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(document(refused).select("[role=alert]").text()).contains("The registration " + first);
        assertThat(address(number)).isEqualTo(address);
    }

    @Test
    void refusesACorrectionAfterAClaim() {
        String number = open();
        transaction.executeWithoutResult(status -> {
            Registration registration = registrations.lock(number);
            registration.claimed(
                    TestRegistrations.claim(unique.replace("-", "") + "A".repeat(11)),
                    address,
                    registration.request().at());
            registrations.save(registration);
        });
        assertThat(page(number).select("#correct")).isEmpty();
        assertThat(browser.get(path(number) + "/address").statusCode()).isEqualTo(302);
        HttpResponse<String> refused = correct(number, Map.of("url", corrected));
        assertThat(document(refused).select("[role=alert]").text())
                .isEqualTo("The registration " + number + " was claimed by a consumer instance, so its address can no"
                        + " longer be changed. Cancel the registration and start a new one with the right address.");
        assertThat(address(number)).isEqualTo(address);
    }

    private String unreachable() {
        when(consumerCheck.problem(address))
                .thenReturn(Optional.of(new Problem(ProblemCode.CONSUMER_NOT_REACHED, address)));
        String number = start();
        awaitState(number, RegistrationState.VALIDATION_FAILED);
        await().until(() -> !page(number).select("#go-on").isEmpty());
        return number;
    }

    /** Open, with the process waiting for the consumer. */
    private String open() {
        String number = start();
        awaitState(number, RegistrationState.OPEN);
        await().until(() -> journal(number).contains("Copy this link"));
        return number;
    }

    private String start() {
        return start(world.order(), address);
    }

    private String start(ApiWorld.Order order, String url) {
        return process.start(new RegistrationOrder(order.companyId(), order.contactId(), url, TestUsers.ADMIN));
    }

    private void awaitState(String number, RegistrationState state) {
        await().until(() -> state(number) == state);
    }

    private RegistrationState state(String number) {
        return registrations.find(number).orElseThrow().state();
    }

    private String address(String number) {
        return registrations.find(number).orElseThrow().request().consumerUrl();
    }

    private String hash(String number) {
        return registrations.find(number).orElseThrow().link().orElseThrow().secretHash();
    }

    private HttpResponse<String> correct(String number, Map<String, String> entered) {
        return browser.submit(path(number), path(number) + "/address", entered);
    }

    private String decide(String number, Matcher offer) {
        return browser.send(browser.request(path(number) + "/going-on")
                        .header("Content-Type", "application/json")
                        .header(offer.group(2), offer.group(3))
                        .POST(HttpRequest.BodyPublishers.ofString("{}")))
                .body();
    }

    private String journal(String number) {
        return page(number).select(".timeline").text();
    }

    private Document page(String number) {
        return document(browser.get(path(number)));
    }

    private static String path(String number) {
        return "/registrations/" + number;
    }

    private static Document document(HttpResponse<String> response) {
        return Jsoup.parse(response.body());
    }
}
