package org.serviceexchange.journey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import org.serviceexchange.journey.Instance;

/** The pages that set up a new provider: first admin, provider record, company, contact. */
record SetUp(Person person, Instance instance) {

    static final String ADMIN = "first.admin";

    /** Completes all of them; the contact is Nora Contact with the same password. */
    void everything(String password, String company) {
        firstAdmin(password);
        person.logIn(instance.at("/"), ADMIN, password);
        providerRecord("newcomer");
        company(company);
        contact("nora.contact", "Nora", "Contact", password);
    }

    void firstAdmin(String password) {
        person.open(instance.at("/"));
        Look.at(person, "first-start");
        person.fill("secret", World.SETUP_SECRET);
        person.fill("userId", ADMIN);
        person.fill("firstName", "Fiona");
        person.fill("lastName", "First");
        person.fill("password", password);
        person.fill("repeated", password);
        person.send("/setup");
        assertThat(person.page().locator("#username")).isVisible();
    }

    void providerRecord(String name) {
        person.hand()
                .press(person.page().locator("main a[href$='/provider-record']").first());
        person.fill("name", name);
        person.send("/provider-record");
        assertThat(person.page().getByRole(AriaRole.STATUS)).isVisible();
    }

    void company(String name) {
        person.open(instance.at("/companies"));
        person.fill("name", name);
        person.send("/companies");
        person.hand().press(person.page().locator("main a", new Page.LocatorOptions().setHasText(name)));
    }

    /** Adds a contact on the page of the company. */
    void contact(String user, String firstName, String lastName, String password) {
        person.hand().press(person.page().locator("main a[href*='/contacts/new']"));
        person.fill("userId", user);
        person.fill("firstName", firstName);
        person.fill("lastName", lastName);
        person.fill("mail", user + "@example.com");
        person.send("/contacts/new");
        assertThat(person.page().locator("main")).containsText(user);
        String link = linkFor(user);
        person.open(URI.create(link));
        person.fill("chosen", password).fill("repeated", password);
        person.send("/password/new");
        assertThat(person.page().locator("#chosen")).hasCount(0);
    }

    /** An admin copies the link for the password of a user. */
    String linkFor(String user) {
        person.open(instance.at("/users/" + user));
        person.send("/users/" + user + "/link-to-copy");
        return person.page().locator("#link").inputValue();
    }
}
