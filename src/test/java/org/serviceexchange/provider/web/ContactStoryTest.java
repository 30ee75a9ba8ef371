package org.serviceexchange.provider.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.serviceexchange.TestBrowser;
import org.serviceexchange.TestUsers;
import org.serviceexchange.api.ApiTest;
import org.serviceexchange.api.ApiWorld;
import org.serviceexchange.provider.registration.RegistrationOrder;
import org.serviceexchange.provider.registration.RegistrationProcess;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An admin replaces the contact of an open registration on its page, with the real process. */
@ApiTest
class ContactStoryTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApiWorld world;

    @Autowired
    private RegistrationProcess process;

    @Autowired
    private Registrations registrations;

    private TestBrowser browser;

    @Test
    void theNewContactGetsANewLinkAndTheOldOneIsDead() {
        browser = new TestBrowser(port);
        browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
        ApiWorld.Order order = world.order();
        ApiWorld.Order other = world.order();
        String number = process.start(
                new RegistrationOrder(order.companyId(), order.contactId(), order.consumerUrl(), TestUsers.ADMIN));
        String page = "/registrations/" + number;
        await().until(() ->
                document(browser.get(page)).select(".timeline").text().contains("Copy this link"));
        String oldSecret = secret(number);

        assertThat(document(browser.get(page)).select("#change").attr("href")).isEqualTo(page + "/contact");
        Document asked = document(browser.get(page + "/contact"));
        assertThat(asked.select("#change-contact p").first().text())
                .isEqualTo(
                        "The link that was sent to Con Tact stops working at once, and what was done with it does not"
                                + " count any more. The new contact gets a new link.");
        assertThat(asked.select("#contact-hint").text()).startsWith("This company has no other active contact.");
        Document ofOther = document(browser.get(page + "/contact?company=" + other.companyId()));
        assertThat(ofOther.select("#contact option[value=" + other.contactId() + "]"))
                .hasSize(1);

        HttpResponse<String> refused = browser.submit(
                page + "/contact",
                page + "/contact",
                Map.of("company", order.companyId(), "contact", other.contactId()));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(document(refused).select("#contact-error").text()).isNotEmpty();
        assertThat(browser.submit(
                                page + "/contact",
                                page + "/contact",
                                Map.of("company", other.companyId(), "contact", other.contactId()))
                        .statusCode())
                .isEqualTo(302);

        await().until(() -> !secret(number).equals(oldSecret));
        var changed = registrations.find(number).orElseThrow();
        assertThat(changed.state()).isEqualTo(RegistrationState.OPEN);
        assertThat(changed.request().contactId()).isEqualTo(other.contactId());
        assertThat(changed.request().companyId()).isEqualTo(other.companyId());
        assertThat(registrations.ofSecret(oldSecret)).isEmpty();
    }

    private String secret(String number) {
        return registrations.find(number).orElseThrow().link().orElseThrow().secretHash();
    }

    private static Document document(HttpResponse<String> response) {
        return Jsoup.parse(response.body());
    }
}
