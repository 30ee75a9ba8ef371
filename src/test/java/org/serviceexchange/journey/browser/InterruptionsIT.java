package org.serviceexchange.journey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.serviceexchange.journey.ProviderAdmin;
import org.serviceexchange.platform.message.Messages;

/** An interrupted person can continue at the same step. */
@ExtendWith(InTheBrowser.class)
class InterruptionsIT {

    private static final String PASSWORD = ProviderAdmin.CONTACT_PASSWORD;

    @Test
    void continuesAfterTheSessionHasExpired(World world, People people) throws IOException, InterruptedException {
        URI link = link(world, "Sleepy Ltd", "sleepy.person");
        Person person = people.english("contact");
        Contact contact = new Contact(person);
        Wizard wizard = contact.begin(link);
        wizard.chooseCompany(Contact.COMPANY_OF_PROVIDER);
        assertThat(wizard.authenticateLink()).isVisible();

        person.loseSession("consumer");
        wizard.authenticate();
        contact.logInAgain();
        wizard.authenticate();
        ConsentPage consent = contact.logInAtProvider("sleepy.person", PASSWORD);
        consent.allow();
        wizard.awaitOnboarded();
    }

    @Test
    void saysWhatToDoWhenTheSessionExpiredBeforeAFormWasSent(World world, People people)
            throws IOException, InterruptedException {
        URI link = link(world, "Slow Ltd", "slow.person");
        Person person = people.english("contact");
        Contact contact = new Contact(person);
        Wizard wizard = contact.begin(link);
        assertThat(wizard.company()).isVisible();
        String address = person.page().url();
        person.loseSession("consumer");
        person.expect(403, "/connect/.*/company");
        wizard.chooseCompany(Contact.COMPANY_OF_PROVIDER);
        assertThat(person.page().locator("main"))
                .containsText(Messages.of("web.problem.code", Locale.ENGLISH, "SX-1008"));
        person.press("main .actions a");
        contact.logInAgain();
        assertThat(person.page()).hasURL(address);
        wizard.chooseCompany(Contact.COMPANY_OF_PROVIDER);
        assertThat(wizard.authenticateLink()).isVisible();
    }

    @Test
    void learnsAtTheProviderThatTheRegistrationWasCancelledMeanwhile(World world, People people)
            throws IOException, InterruptedException {
        URI link = link(world, "Too Late Ltd", "too.late");
        Person person = people.english("contact");
        Contact contact = new Contact(person);
        contact.goToProvider(link);
        Person admin = people.english("admin");
        admin.logIn(world.providerPage("/"), "provider.admin", "demo-provider-1");
        RegistrationPage registration = RegistrationPage.ofCompany(admin, world.provider(), "Too Late Ltd");
        registration.cancel();
        registration.awaitState("Closed Incomplete");

        person.expect(400, "/oauth2/authorize");
        contact.logInAtProvider("too.late", PASSWORD);
        assertThat(person.page().locator("main h1")).isVisible();
    }

    @Test
    void standsTheBackButtonAndASecondTab(World world, People people) throws IOException, InterruptedException {
        URI link = link(world, "Two Tabs Ltd", "two.tabs");
        Person person = people.english("contact");
        Contact contact = new Contact(person);
        Wizard wizard = contact.begin(link);
        String address = person.page().url();

        Page first = person.newTab();
        contact.open(link).begin();
        assertThat(person.page()).hasURL(address);
        wizard.chooseCompany(Contact.COMPANY_OF_PROVIDER);
        wizard.authenticate();
        ConsentPage consent = contact.logInAtProvider("two.tabs", PASSWORD);
        assertThat(consent.allowButton()).isVisible();
        person.page().navigate(address);
        person.page().goBack();
        assertThat(consent.allowButton()).isVisible();
        person.page().navigate(address);
        wizard.authenticate();
        consent.allow();
        wizard.awaitOnboarded();

        person.turnTo(first);
        wizard.awaitOnboarded();
        person.page().goBack();
        person.page().goForward();
        wizard.awaitOnboarded();
    }

    private static URI link(World world, String company, String contact) throws IOException, InterruptedException {
        ProviderAdmin staff = new ProviderAdmin(world.provider());
        staff.company(company, contact);
        return staff.awaitLink(staff.register(company, contact, world.consumer().address()));
    }
}
