package org.serviceexchange.journey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.serviceexchange.journey.ProviderAdmin;

/** Detours during an onboarding, and how they end. */
@ExtendWith(InTheBrowser.class)
class DetoursIT {

    private static final String PASSWORD = ProviderAdmin.CONTACT_PASSWORD;

    @Test
    void letsTheWrongUserSwitchTheAccount(World world, People people) throws IOException, InterruptedException {
        ProviderAdmin staff = new ProviderAdmin(world.provider());
        staff.company("Wrong User Ltd", "right.person");
        staff.company("Elsewhere Ltd", "wrong.person");
        String number = staff.register(
                "Wrong User Ltd", "right.person", world.consumer().address());
        Contact contact = new Contact(people.english("contact"));
        Wizard wizard = contact.goToProvider(staff.awaitLink(number));
        contact.person().expect(403, "/oauth2/wrong-user");

        ConsentPage refused = contact.logInAtProvider("wrong.person", PASSWORD);
        assertThat(contact.person().page().locator("main"))
                .containsText(
                        "You are logged in as wrong.person, but this registration is for C*** T*** (r***@example.com).");
        assertThat(staff.state(number)).isEqualTo("Open");

        refused.switchAccount();
        contact.logInAtProvider("right.person", PASSWORD).allow();
        wizard.awaitOnboarded();
        staff.awaitState(number, "Closed Complete");
    }

    @Test
    void letsTheContactAllowAfterADenial(World world, People people) throws IOException, InterruptedException {
        ProviderAdmin staff = new ProviderAdmin(world.provider());
        staff.company("Denied Ltd", "denied.person");
        String number =
                staff.register("Denied Ltd", "denied.person", world.consumer().address());
        Contact contact = new Contact(people.english("contact"));
        Wizard wizard = contact.goToProvider(staff.awaitLink(number));
        contact.logInAtProvider("denied.person", PASSWORD).deny();
        wizard.awaitState("Awaiting Authentication");
        assertThat(staff.state(number)).isEqualTo("Open");

        wizard.authenticate();
        new ConsentPage(contact.person()).allow();
        wizard.awaitOnboarded();
    }

    @Test
    void refusesTheOldLinkAfterANewOneWasSent(World world, People people) throws IOException, InterruptedException {
        ProviderAdmin staff = new ProviderAdmin(world.provider());
        staff.company("Resent Ltd", "resent.person");
        String number =
                staff.register("Resent Ltd", "resent.person", world.consumer().address());
        Person admin = admin(world, people);
        RegistrationPage registration = RegistrationPage.open(admin, world.provider(), number);
        URI old = registration.awaitLink();
        registration.resend();
        assertThat(registration.link()).not().hasValue(old.toString());
        URI newest = registration.awaitLink();

        Wizard late = new Contact(people.english("late")).begin(old);
        late.chooseCompany(Contact.COMPANY_OF_PROVIDER);
        late.awaitState("Closed Incomplete");
        assertThat(late.progress())
                .containsText(
                        "The provider does not accept this registration link. Use the newest link you were sent, or ask the provider for a new"
                                + " one.");
        new Contact(people.english("contact")).goAllTheWay(newest, "resent.person", PASSWORD);
        registration.awaitState("Closed Complete");
    }

    @Test
    void cancelsARegistrationAfterAConfirmation(World world, People people) throws IOException, InterruptedException {
        ProviderAdmin staff = new ProviderAdmin(world.provider());
        staff.company("Cancelled Ltd", "cancelled.person");
        String number = staff.register(
                "Cancelled Ltd", "cancelled.person", world.consumer().address());
        RegistrationPage registration = RegistrationPage.open(admin(world, people), world.provider(), number);
        registration.awaitLink();
        registration.cancel();
        registration.awaitState("Closed Incomplete");
        assertThat(registration.state()).containsText("cancelled");
        assertThat(registration.link()).hasCount(0);
    }

    @Test
    void cancelsAConnectionAfterAConfirmation(World world, People people) throws IOException, InterruptedException {
        ProviderAdmin staff = new ProviderAdmin(world.provider());
        staff.company("Second Thoughts Ltd", "hesitant.person");
        String number = staff.register(
                "Second Thoughts Ltd", "hesitant.person", world.consumer().address());
        Wizard wizard = new Contact(people.english("contact")).begin(staff.awaitLink(number));
        assertThat(wizard.company()).isVisible();
        wizard.cancel();
        wizard.awaitState("Closed Incomplete");
        assertThat(wizard.company()).hasCount(0);
        assertThat(staff.state(number)).isEqualTo("Open");
    }

    private static Person admin(World world, People people) {
        Person admin = people.english("admin");
        admin.logIn(world.providerPage("/"), "provider.admin", "demo-provider-1");
        return admin;
    }
}
