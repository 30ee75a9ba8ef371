package org.serviceexchange.journey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.serviceexchange.journey.Instance;
import org.serviceexchange.journey.ProviderAdmin;

/** Validation fails, people see why, and everything moves by itself once it is repaired. */
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
        ConnectionPage connection;
        OpenKeyStore damage = new OpenKeyStore(world.consumer());
        try {
            connection = new Contact(people.english("contact")).begin(link);
            connection.awaitState("Validation Failed");
            assertThat(connection.findings()).containsText(READABLE_BY_OTHERS);
            assertThat(connection.company()).hasCount(0);
        } finally {
            damage.repair();
        }
        connection.awaitState("Validated");
        connection.chooseCompany(Contact.COMPANY_OF_PROVIDER);
        assertThat(connection.authenticateLink()).isVisible();
    }

    /** A key store that everybody on the machine may read, for which key management refuses to work. */
    private static final class OpenKeyStore {

        private final Path file;

        OpenKeyStore(Instance instance) throws IOException {
            file = instance.home().resolve("key-store.bcfks");
            allow("rw-r--r--");
        }

        void repair() throws IOException {
            allow("rw-------");
        }

        private void allow(String permissions) throws IOException {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }
}
