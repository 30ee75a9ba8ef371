package org.serviceexchange.journey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.serviceexchange.journey.ProviderAdmin;

/** The consumer's pages for the contact are accessible in every state. */
@ExtendWith(InTheBrowser.class)
class PagesOfTheConsumerIT {

    private static final String PASSWORD = ProviderAdmin.CONTACT_PASSWORD;

    @Test
    void ofTheWholeWay(World world, People people) throws IOException, InterruptedException {
        Contact contact = new Contact(people.english("contact"));
        Person person = contact.person();
        person.open(world.consumerPage("/connect/start"));
        Look.at(person, "without-link");
        StartPage start = contact.open(link(world, "Way Ltd", "way.person"));
        Look.at(person, "not-logged-in");
        start.logIn(Contact.USER, Contact.PASSWORD_AT_CONSUMER);
        Look.at(person, "logged-in");
        Wizard wizard = start.begin();
        assertThat(wizard.company()).isVisible();
        Look.at(person, "validated");
        String address = person.page().url();
        wizard.chooseCompany(Contact.COMPANY_OF_PROVIDER);
        assertThat(wizard.authenticateLink()).isVisible();
        Look.at(person, "awaiting-authentication");
        person.open(world.consumerPage("/repair/consumer/" + address.replaceFirst(".*/", "")));
        Look.at(person, "consumer");
        person.open(world.consumerPage("/connect/callback?state=unknown&code=unknown"));
        Look.once(person, "unknown");
        person.open(URI.create(address));
        wizard.authenticate();
        contact.logInAtProvider("way.person", PASSWORD).allow();
        wizard.awaitOnboarded();
        Look.at(person, "onboarded");
        person.open(URI.create(address.replace("/connect/", "/connections/")));
        wizard.awaitState("Onboarded");
        Look.at(person, "onboarded");
        String connection = person.page().url();
        person.open(world.consumerPage("/?side=consumer"));
        Look.at(person, "consumer");

        person.open(URI.create(connection));
        person.press("#rotate");
        Look.at(person, "question");
        person.open(URI.create(connection));
        person.press("#peer-moved");
        Look.at(person, "asked");
        person.expect(422, "/peer-address/.*");
        person.fill("url", "https://10.0.0.1").send("/peer-address/" + connection.replaceFirst(".*/", ""));
        Look.once(person, "refused");
        person.open(world.consumerPage("/own-address"));
        Look.at(person, "never-moved");
        person.open(URI.create(connection));
        person.press("#announce");
        Look.at(person, "maintenance");
        person.open(URI.create(connection));
        person.press("#suspend");
        Look.at(person, "suspension");
        person.fill("reason", "Audit of the year");
        person.press("#suspend button");
        Look.at(person, "suspended");
        person.press("#resume");
        Look.at(person, "question");
        person.press("main button");
        person.open(world.consumerPage("/maintenance"));
        Look.at(person, "none");
        person.open(world.consumerPage("/campaign"));
        Look.at(person, "plan");
        person.press("#plan button");
        Look.once(person, "asked");
        person.open(URI.create(connection));
        person.press("#off-board");
        Look.at(person, "preview");
        person.fill("reason", "The contract has ended.");
        person.press("#off-board button");
        wizard.awaitState("Off-boarded");
        Look.at(person, "off-boarded");
    }

    @Test
    void ofDeclining(World world, People people) throws IOException, InterruptedException {
        Contact contact = new Contact(people.english("decliner"));
        Person person = contact.person();
        contact.open(link(world, "Declining Ltd", "declining"));
        person.press("form#decline button");
        Look.at(person, "question");
        person.fill("reason", "We use another service.");
        person.press("form#decline button");
        Look.at(person, "declined");
    }

    @Test
    void ofACancelledConnection(World world, People people) throws IOException, InterruptedException {
        Contact contact = new Contact(people.english("contact"));
        Person person = contact.person();
        OpenKeyStore damage = new OpenKeyStore(world.consumer());
        String address;
        try {
            Wizard wizard = contact.begin(link(world, "Half Way Ltd", "half.way"));
            wizard.awaitState("Validation Failed");
            Look.at(person, "validation-failed");
            address = person.page().url();
            person.open(URI.create(address.replace("/connect/", "/connections/")));
            Look.at(person, "validation-failed");
        } finally {
            damage.repair();
        }
        person.open(URI.create(address));
        new Wizard(person).awaitState("Validated");
        person.press("main a[href$='/cancel']");
        Look.at(person, "question");
        person.press("form[action$='/cancel'] button");
        new Wizard(person).awaitState("Closed Incomplete");
        Look.at(person, "closed");
        person.open(URI.create(address));
        Look.at(person, "closed");
    }

    @Test
    void ofSomebodyWhoMayNotConnect(World world, People people) throws IOException, InterruptedException {
        Person admin = people.english("admin");
        admin.logIn(world.consumerPage("/companies"), Contact.USER, Contact.PASSWORD_AT_CONSUMER);
        SetUp pages = new SetUp(admin, world.consumer());
        pages.company("Without Role Ltd");
        pages.contact("without.role", "Willa", "Without", PASSWORD);
        Contact contact = new Contact(people.english("without-role"));
        StartPage start = contact.open(link(world, "Not Allowed Ltd", "not.allowed"));
        contact.person().expect(403, "/connect/.*");
        start.logIn("without.role", PASSWORD);
        Look.at(contact.person(), "may-not");
        contact.person().open(world.consumerPage("/connect/PCN0001001"));
        Look.at(contact.person(), "may-not-continue");
    }

    private static URI link(World world, String company, String contact) throws IOException, InterruptedException {
        ProviderAdmin staff = new ProviderAdmin(world.provider());
        staff.company(company, contact);
        return staff.awaitLink(staff.register(company, contact, world.consumer().address()));
    }
}
