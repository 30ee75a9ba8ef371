package org.serviceexchange.journey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.serviceexchange.journey.ProviderAdmin;

/** A person who is interrupted continues where they were. */
@ExtendWith(InTheBrowser.class)
class InterruptionsIT {

    private static final String PASSWORD = ProviderAdmin.CONTACT_PASSWORD;

    @Test
    void continuesAfterTheSessionHasExpired(World world, People people) throws IOException, InterruptedException {
        URI link = link(world, "Sleepy Ltd", "sleepy.person");
        Person person = people.english("contact");
        Contact contact = new Contact(person);
        ConnectionPage connection = contact.begin(link);
        connection.chooseCompany(Contact.COMPANY_OF_PROVIDER);
        assertThat(connection.authenticateLink()).isVisible();

        person.loseSession("consumer");
        connection.authenticate();
        contact.logInAgain();
        ConsentPage consent = contact.logInAtProvider("sleepy.person", PASSWORD);
        consent.allow();
        connection.awaitOnboarded();
    }

    @Test
    void saysWhatToDoWhenTheSessionExpiredBeforeAFormWasSent(World world, People people)
            throws IOException, InterruptedException {
        URI link = link(world, "Slow Ltd", "slow.person");
        Person person = people.english("contact");
        Contact contact = new Contact(person);
        ConnectionPage connection = contact.begin(link);
        assertThat(connection.company()).isVisible();
        String address = person.page().url();
        person.expect(403, "/connect/.*/company");
        person.expect(401, "/connections/.*/status");
        person.expect(403, "/connections/.*/status");
        person.loseSession("consumer");
        connection.chooseCompany(Contact.COMPANY_OF_PROVIDER);
        assertThat(person.page().locator("main h1")).isVisible();

        person.open(URI.create(address));
        contact.logInAgain();
        assertThat(person.page()).hasURL(address);
        connection.chooseCompany(Contact.COMPANY_OF_PROVIDER);
        assertThat(connection.authenticateLink()).isVisible();
    }

    @Test
    void standsTheBackButtonAndASecondTab(World world, People people) throws IOException, InterruptedException {
        URI link = link(world, "Two Tabs Ltd", "two.tabs");
        Person person = people.english("contact");
        Contact contact = new Contact(person);
        ConnectionPage connection = contact.begin(link);
        String address = person.page().url();

        Page first = person.newTab();
        contact.open(link).begin();
        assertThat(person.page()).hasURL(address);
        connection.chooseCompany(Contact.COMPANY_OF_PROVIDER);
        connection.authenticate();
        ConsentPage consent = contact.logInAtProvider("two.tabs", PASSWORD);
        assertThat(consent.allowButton()).isVisible();
        person.page().navigate(address);
        person.page().goBack();
        assertThat(consent.allowButton()).isVisible();
        person.page().navigate(address);
        connection.authenticate();
        consent.allow();
        connection.awaitOnboarded();

        person.turnTo(first);
        connection.awaitOnboarded();
        person.page().goBack();
        person.page().goForward();
        connection.awaitOnboarded();
    }

    private static URI link(World world, String company, String contact) throws IOException, InterruptedException {
        ProviderAdmin staff = new ProviderAdmin(world.provider());
        staff.company(company, contact);
        return staff.awaitLink(staff.register(company, contact, world.consumer().address()));
    }
}
