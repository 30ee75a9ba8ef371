package org.serviceexchange.journey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.serviceexchange.journey.ProviderAdmin;

/** A failed validation is explained, and the process continues by itself after the repair. */
@ExtendWith(InTheBrowser.class)
class RepairIT {

    private static final String READABLE_BY_OTHERS = "SX-2104";

    @Test
    void opensTheRegistrationOnItsPage(World world, People people) throws IOException, InterruptedException {
        ProviderAdmin staff = new ProviderAdmin(world.provider());
        staff.company("Unsound Ltd", "unsound.person");
        Person admin = people.english("admin");
        admin.logIn(world.providerPage("/"), "provider.admin", "demo-provider-1");
        RegistrationPage registration;
        OpenKeyStore damage = new OpenKeyStore(world.provider());
        try {
            new Tasklist(admin)
                    .register(
                            world.provider(),
                            "Unsound Ltd",
                            "Con Tact",
                            world.consumer().address());
            registration = RegistrationPage.ofCompany(admin, world.provider(), "Unsound Ltd");
            registration.awaitState("Validation Failed");
            assertThat(registration.findings()).containsText(READABLE_BY_OTHERS);
            assertThat(registration.link()).hasCount(0);
            String number = registration.number();
            new Tasklist(admin).awaitTask(world.provider(), "Resolve validation findings");
            registration = RegistrationPage.open(admin, world.provider(), number);
            registration.awaitState("Validation Failed");
        } finally {
            damage.repair();
        }
        registration.awaitState("Open");
        assertThat(registration.link()).isVisible();
        assertThat(registration.findings()).hasCount(0);
    }

    @Test
    void continuesTheConnectionOnItsPage(World world, People people) throws IOException, InterruptedException {
        ProviderAdmin staff = new ProviderAdmin(world.provider());
        staff.company("Sound Ltd", "sound.person");
        URI link = staff.awaitLink(
                staff.register("Sound Ltd", "sound.person", world.consumer().address()));
        Wizard wizard;
        OpenKeyStore damage = new OpenKeyStore(world.consumer());
        try {
            wizard = new Contact(people.english("contact")).begin(link);
            wizard.awaitState("Validation Failed");
            assertThat(wizard.findings()).containsText(READABLE_BY_OTHERS);
            assertThat(wizard.company()).hasCount(0);
        } finally {
            damage.repair();
        }
        wizard.awaitState("Validated");
        wizard.chooseCompany(Contact.COMPANY_OF_PROVIDER);
        assertThat(wizard.authenticateLink()).isVisible();
    }
}
