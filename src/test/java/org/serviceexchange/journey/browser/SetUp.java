package org.serviceexchange.journey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import org.serviceexchange.journey.Instance;

/** The pages that set up a new provider: first admin, provider record, company, contact. */
record SetUp(Person person, Instance instance) {

    static final String ADMIN = "first.admin";

    /**
     * Completes all of them, each page leading to the next one, up to the page that registers the consumer; the contact is
     * Nora Contact, who has no password yet. In demo mode nobody is asked for a backup.
     */
    void everything(String password, String company) {
        firstAdmin(password);
        at("address");
        assertThat(person.page().locator("main .notice")).containsText("This instance answers at this address.");
        person.press("main .actions a.button");
        at("mail");
        person.fill("to", "fiona.first@example.com");
        goOn("/mail");
        assertThat(person.page().locator("main .notice")).containsText("fiona.first@example.com");
        lookAside();
        at("provider");
        person.fill("name", "newcomer");
        goOn("/provider");
        at("company");
        person.fill("name", company).fill("firstName", "Nora").fill("lastName", "Contact");
        person.fill("mail", "nora.contact@example.com").fill("userId", "nora.contact");
        goOn("/company");
        at("registration");
    }

    /** The pages that nobody is led to: the steps that are done or left out, and the start page, which leads back. */
    private void lookAside() {
        for (String step : List.of("admin", "keys")) {
            person.open(instance.at("/first-start/" + step));
            at(step);
        }
        person.open(instance.at("/"));
        Look.at(person, "first-steps");
        person.press("#first-start .actions a.button");
    }

    /** Starts the registration on the last of the steps. */
    void register(URI consumer) {
        person.fill("url", consumer.toString());
        person.send("/registrations/new");
    }

    private void at(String step) {
        assertThat(person.page()).hasURL(instance.at("/first-start/" + step).toString());
        Look.at(person, step);
    }

    private void goOn(String action) {
        person.send("/first-start" + action);
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
        choosePassword(user, password);
    }

    /** The user sets the password by a link that the admin copied. */
    void choosePassword(String user, String password) {
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
