package org.serviceexchange.journey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.serviceexchange.journey.ProviderAdmin;

/** Pages of the instance and of the provider are accessible in every state. */
@ExtendWith(InTheBrowser.class)
class PagesIT {

    private static final String PASSWORD = ProviderAdmin.CONTACT_PASSWORD;

    @Test
    void ofTheLogin(World world, People people) {
        Person person = people.english("person");
        person.open(world.providerPage("/login"));
        Look.at(person, "first");
        new LoginPage(person).tryToLogIn("provider.admin", "wrong");
        assertThat(person.page().locator("[role=alert]")).isVisible();
        Look.at(person, "refused");
        new LoginPage(person).logIn("provider.admin", "demo-provider-1");
        person.open(world.providerPage("/account/password"));
        Look.at(person, "first");
        person.fill("current", "wrong").fill("chosen", PASSWORD).fill("repeated", PASSWORD);
        person.send("/account/password");
        Look.once(person, "refused");
        person.expect(404, "/nothing");
        person.open(world.providerPage("/nothing"));
        Look.at(person, "not-found");
    }

    @Test
    void ofTheDirectory(World world, People people) throws IOException, InterruptedException {
        new ProviderAdmin(world.provider()).company("Looked At Ltd", "looked.at");
        Person admin = admin(world, people);
        admin.open(world.providerPage("/companies"));
        Look.at(admin, "some");
        admin.fill("name", "Looked At Ltd").send("/companies");
        Look.once(admin, "refused");
        admin.press("main td a:text('Looked At Ltd'), main th a:text('Looked At Ltd')");
        Look.at(admin, "with-contact");
        admin.press("main a[href*='/contacts/new']");
        Look.at(admin, "first");
        admin.fill("userId", "looked.at").fill("firstName", "A").fill("lastName", "B");
        admin.send("/contacts/new");
        Look.once(admin, "refused");
        admin.open(world.providerPage("/contacts/looked.at"));
        Look.at(admin, "active");
        admin.press("main a[href$='/deactivate']");
        Look.at(admin, "contact");
        admin.press("main form button");
        admin.open(world.providerPage("/contacts/looked.at"));
        Look.at(admin, "deactivated");
        admin.open(world.providerPage("/provider-record"));
        Look.at(admin, "there");
        admin.fill("name", "no good").send("/provider-record");
        Look.once(admin, "refused");
    }

    @Test
    void ofUsersAndPasswords(World world, People people) {
        Person admin = admin(world, people);
        admin.open(world.providerPage("/users/new"));
        Look.at(admin, "first");
        admin.fill("userId", "looked.at.user").fill("firstName", "Lou").fill("lastName", "Looker");
        admin.press("main input[value=SERVICE_EXCHANGE_ADMIN]");
        admin.send("/users/new");
        assertThat(admin.page().locator("#link")).isVisible();
        Look.once(admin, "shown");
        String link = admin.page().locator("#link").inputValue();
        admin.open(world.providerPage("/users?q=looked.at.user"));
        Look.at(admin, "found");
        admin.press("main a[href$='/users/looked.at.user']");
        Look.at(admin, "invited");
        admin.press("main a[href$='/deactivate']");
        Look.at(admin, "user");

        Person user = people.english("user");
        user.open(world.providerPage("/login"));
        user.press("main a[href$='/password/forgotten']");
        Look.at(user, "first");
        user.open(URI.create(link));
        Look.at(user, "first");
        user.fill("chosen", "short").fill("repeated", "short");
        user.page().locator("#chosen").evaluate("field => field.removeAttribute('minlength')");
        user.send("/password/new");
        Look.once(user, "refused");
        user.fill("chosen", PASSWORD).fill("repeated", PASSWORD).send("/password/new");
        new LoginPage(user).logIn("looked.at.user", PASSWORD);
        assertThat(user.page().locator("header form.account")).containsText("looked.at.user");
    }

    @Test
    void ofKeysAndTokens(World world, People people) {
        Person admin = admin(world, people);
        admin.open(world.providerPage("/kmf/health"));
        Look.at(admin, "operational");
        admin.open(world.providerPage("/signature-key"));
        Look.at(admin, "never-changed");
        admin.open(world.providerPage("/notices"));
        Look.at(admin, "first");
        admin.press("form#choose button");
        Look.at(admin, "saved");
        admin.open(world.providerPage("/api-tokens"));
        Look.at(admin, "none");
        admin.fill("service", "look-at-me").send("/api-tokens");
        Look.once(admin, "new");
        admin.open(world.providerPage("/api-tokens"));
        Look.at(admin, "some");
        admin.press("main a[href$='/revoke']");
        Look.at(admin, "question");
    }

    @Test
    void ofTheCenterAndRegistrations(World world, People people) throws IOException, InterruptedException {
        ProviderAdmin staff = new ProviderAdmin(world.provider());
        staff.company("Looks Ltd", "looks.person");
        String number =
                staff.register("Looks Ltd", "looks.person", world.consumer().address());
        staff.awaitLink(number);
        Person admin = admin(world, people);
        Look.at(admin, "provider");
        admin.open(world.providerPage("/?side=provider&q=nothing-like-this"));
        Look.at(admin, "nothing-found");
        admin.open(world.providerPage("/?side=consumer"));
        Look.at(admin, "consumer-empty");
        admin.open(world.providerPage("/registrations/new"));
        Look.at(admin, "first");
        RegistrationPage registration = RegistrationPage.open(admin, world.provider(), number);
        registration.awaitState("Open");
        Look.at(admin, "open");
        admin.open(world.providerPage("/registrations/" + number + "/address"));
        Look.at(admin, "asked");
        admin.open(world.providerPage("/registrations/" + number + "/contact"));
        Look.at(admin, "asked");
        admin.open(world.providerPage("/repair/provider/" + number));
        Look.at(admin, "waiting");
        RegistrationPage.open(admin, world.provider(), number);
        admin.press("#resend");
        Look.at(admin, "resend");

        Person contact = people.english("contact");
        contact.logIn(world.providerPage("/"), "looks.person", PASSWORD);
        Look.at(contact, "some");
        contact.open(world.providerPage("/registrations/" + number));
        Look.at(contact, "open");
        contact.expect(403, "/companies");
        contact.open(world.providerPage("/companies"));
        Look.at(contact, "forbidden");

        admin.open(world.providerPage("/registrations/" + number));
        registration.cancel();
        registration.awaitState("Closed Incomplete");
        Look.at(admin, "closed");
        admin.open(world.providerPage("/repair/provider/" + number));
        assertThat(admin.page().locator("#ended")).isVisible();
        Look.at(admin, "ended");
        Person auditor = people.english("auditor");
        auditor.logIn(world.providerPage("/"), "kmf.auditor", "demo-auditor-1");
        Look.at(auditor, "auditor");
    }

    @Test
    void ofFailedValidation(World world, People people) throws IOException, InterruptedException {
        ProviderAdmin staff = new ProviderAdmin(world.provider());
        staff.company("Broken Ltd", "broken.person");
        Person admin = admin(world, people);
        OpenKeyStore damage = new OpenKeyStore(world.provider());
        try {
            String number = staff.register(
                    "Broken Ltd", "broken.person", world.consumer().address());
            RegistrationPage.open(admin, world.provider(), number).awaitState("Validation Failed");
            Look.at(admin, "validation-failed");
            admin.open(world.providerPage("/kmf/health"));
            Look.at(admin, "malfunction");
        } finally {
            damage.repair();
        }
    }

    @Test
    void ofTheConsent(World world, People people) throws IOException, InterruptedException {
        URI link = link(world, "Consent Ltd", "consent.person");
        Contact contact = new Contact(people.english("contact"));
        Person person = contact.person();
        contact.goToProvider(link);
        person.expect(403, "/oauth2/wrong-user");
        ConsentPage page = contact.logInAtProvider("beth.anglin", "demo-other-12");
        assertThat(page.switchButton()).isVisible();
        Look.at(person, "somebody-else");
        page.switchAccount();
        contact.logInAtProvider("consent.person", PASSWORD);
        assertThat(page.allowButton()).isVisible();
        Look.once(person, "asked");
    }

    private static Person admin(World world, People people) {
        Person admin = people.english("admin");
        admin.logIn(world.providerPage("/"), "provider.admin", "demo-provider-1");
        return admin;
    }

    private static URI link(World world, String company, String contact) throws IOException, InterruptedException {
        ProviderAdmin staff = new ProviderAdmin(world.provider());
        staff.company(company, contact);
        return staff.awaitLink(staff.register(company, contact, world.consumer().address()));
    }
}
