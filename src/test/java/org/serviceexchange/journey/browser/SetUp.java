package org.serviceexchange.journey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.serviceexchange.journey.Instance;

/** The pages with which a new instance becomes a provider: first admin, provider record, company, contact. */
record SetUp(Person person, Instance instance) {

    static final String ADMIN = "first.admin";

    /** All of it; the contact is Nora Contact with the same password. */
    void everything(String password, String company) {
        firstAdmin(password);
        person.logIn(instance.at("/"), ADMIN, password);
        providerRecord("newcomer");
        company(company);
        contact("nora.contact", "Nora", "Contact", password);
    }

    void firstAdmin(String password) {
        person.open(instance.at("/"));
        enter("secret", World.SETUP_SECRET);
        enter("userId", ADMIN);
        enter("firstName", "Fiona");
        enter("lastName", "First");
        enter("password", password);
        enter("repeated", password);
        submit("/setup");
        assertThat(person.page().locator("#username")).isVisible();
    }

    void providerRecord(String name) {
        person.hand()
                .press(person.page().locator("main a[href$='/provider-record']").first());
        enter("name", name);
        submit("/provider-record");
        assertThat(person.page().getByRole(AriaRole.STATUS)).isVisible();
    }

    void company(String name) {
        person.open(instance.at("/companies"));
        enter("name", name);
        submit("/companies");
        person.hand().press(person.page().locator("main a", new Page.LocatorOptions().setHasText(name)));
    }

    /** On the page of the company. */
    void contact(String user, String firstName, String lastName, String password) {
        person.hand().press(person.page().locator("main a[href*='/contacts/new']"));
        enter("userId", user);
        enter("firstName", firstName);
        enter("lastName", lastName);
        enter("mail", user + "@example.com");
        enter("password", password);
        submit("/contacts/new");
        assertThat(person.page().locator("main")).containsText(user);
    }

    private void enter(String field, String text) {
        person.hand().enter(person.page().locator("main #" + field), text);
    }

    private void submit(String action) {
        person.hand().press(person.page().locator("main form[action$='" + action + "'] button[type=submit]"));
    }
}
