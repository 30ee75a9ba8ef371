package org.serviceexchange.journey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.serviceexchange.journey.ProviderAdmin;
import org.serviceexchange.platform.message.Messages;

/** The whole onboarding with the keyboard only, and in German. */
@ExtendWith(InTheBrowser.class)
class ReachableIT {

    @Test
    void leadsToOnboardedWithTheKeyboardOnly(World world, People people) throws IOException, InterruptedException {
        new ProviderAdmin(world.provider()).company("Keyboard Ltd", "keyboard.person");
        Person admin = people.english("admin");
        Person contact = people.english("contact");
        admin.useKeysOnly();
        contact.useKeysOnly();
        RegistrationPage registration = register(world, admin, "Keyboard Ltd");
        registration.awaitState("Open");
        registration.copyLink();
        new Contact(contact).goAllTheWay(registration.awaitLink(), "keyboard.person", ProviderAdmin.CONTACT_PASSWORD);
        registration.awaitState("Closed Complete");
    }

    @Test
    void leadsToOnboardedInGerman(World world, People people) throws IOException, InterruptedException {
        new ProviderAdmin(world.provider()).company("Deutsche Firma", "deutsche.person");
        Person admin = people.german("admin");
        Person contact = people.german("contact");
        RegistrationPage registration = register(world, admin, "Deutsche Firma");
        assertReads(admin, Locale.GERMAN);
        URI link = registration.awaitLink();
        new Contact(contact).goAllTheWay(link, "deutsche.person", ProviderAdmin.CONTACT_PASSWORD);
        assertReads(contact, Locale.GERMAN);
        assertThat(registration.journal())
                .containsText(Messages.of(
                        "provider.note.mailIsOff",
                        Locale.GERMAN,
                        Messages.of("provider.note.linkGone", Locale.GERMAN)));
    }

    @Test
    void changesTheLanguageOnTheSamePageAndKeepsIt(World world, People people) {
        Person admin = people.english("admin");
        admin.logIn(world.providerPage("/companies"), "provider.admin", "demo-provider-1");
        assertReads(admin, Locale.ENGLISH);
        switchTo(admin, "de");
        assertReads(admin, Locale.GERMAN);
        assertThat(admin.page()).hasURL(world.providerPage("/companies").toString());
        admin.open(world.providerPage("/registrations"));
        assertReads(admin, Locale.GERMAN);
        switchTo(admin, "en");
        assertReads(admin, Locale.ENGLISH);
    }

    private static RegistrationPage register(World world, Person admin, String company) {
        admin.logIn(world.providerPage("/"), "provider.admin", "demo-provider-1");
        new Tasklist(admin)
                .register(
                        world.provider(), company, "Con Tact", world.consumer().address());
        return RegistrationPage.ofCompany(admin, world.provider(), company);
    }

    private static void switchTo(Person person, String language) {
        person.press("header .languages > summary");
        person.hand().press(language(person, language));
        assertThat(language(person, language)).hasAttribute("aria-pressed", "true");
    }

    private static Locator language(Person person, String language) {
        return person.page().locator("header button[name=language][value=" + language + "]");
    }

    private static void assertReads(Person person, Locale language) {
        assertThat(person.page().locator("html")).hasAttribute("lang", language.toLanguageTag());
        assertThat(person.page().locator("form[action$='/logout'] button"))
                .hasText(Messages.of("web.logOut", language));
    }
}
