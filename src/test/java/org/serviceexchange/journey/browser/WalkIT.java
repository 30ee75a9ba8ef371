package org.serviceexchange.journey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The walk of the README, as a newcomer takes it; saves its pictures. */
@ExtendWith(InTheBrowser.class)
class WalkIT {

    @Test
    void leadsFromTasklistOverTheWorkNoteToOnboarded(World world, People people) {
        Person admin = people.english("admin");
        admin.logIn(world.providerPage("/"), "provider.admin", "demo-provider-1");
        Tasklist tasklist = new Tasklist(admin);
        tasklist.openForm(world.provider());
        tasklist.fill("Boxeo Demo", "Abel Tuter", world.consumer().address());
        Pictures.walk(admin.page(), "walk-1-start-form");
        tasklist.start();

        RegistrationPage registration = RegistrationPage.ofCompany(admin, world.provider(), "Boxeo Demo");
        registration.awaitState("Open");
        URI link = registration.awaitLink();
        assertThat(registration.journal())
                .containsText("Mail is off on this instance. Copy this link and send it to the contact by a way you"
                        + " trust: " + link);
        registration.copyLink();
        Pictures.walk(admin.page(), "walk-2-registration");

        assertThat(registration.sentButton()).isVisible();
        registration.sayThatTheLinkWasSent();
        String number = registration.number();
        Cockpit cockpit = new Cockpit(admin);
        cockpit.openInstance(world.provider(), number);
        registration = cockpit.followToRegistration(number);

        Wizard wizard = contact(world, people.english("contact"), link);
        registration.awaitState("Closed Complete");
        assertThat(registration.link()).hasCount(0);
        assertThat(wizard.progress()).containsText("The connection is active in both directions.");
        admin.open(world.providerPage("/"));
        assertThat(admin.page().locator(".cases a[href*='CCN']").first()).isVisible();
        Pictures.walk(admin.page(), "walk-6-center");
    }

    private static Wizard contact(World world, Person person, URI link) {
        Contact contact = new Contact(person);
        contact.open(link);
        assertThat(person.page().url()).as("the secret leaves the address bar").doesNotContain("secret");
        Pictures.walk(person.page(), "walk-3-link");
        Wizard wizard = contact.goToProvider(link);
        ConsentPage consent = contact.logInAtProvider("abel.tuter", "demo-contact-1");
        assertThat(consent.allowButton()).isVisible();
        assertThat(person.page().url()).startsWith(world.provider().address().toString());
        Pictures.walk(person.page(), "walk-4-consent");
        consent.allow();
        wizard.awaitOnboarded();
        Pictures.walk(person.page(), "walk-5-onboarded");
        return wizard;
    }
}
