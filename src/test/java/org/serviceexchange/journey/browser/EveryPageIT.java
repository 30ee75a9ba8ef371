package org.serviceexchange.journey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.serviceexchange.journey.ProviderAdmin;

/** Every page and state is usable by everyone: axe finds nothing, and nothing scrolls sideways. */
@ExtendWith(InTheBrowser.class)
class EveryPageIT {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Looks LOOKS = new Looks();

    /** Parts of other pages, and the page of an instance that nobody has set up, at which NewcomerIT looks. */
    private static final Set<String> NO_PAGES = Set.of(
            "layout",
            "moment",
            "field",
            "process-page",
            "provider/parts",
            "consumer/parts",
            "consumer/company",
            "center/cases",
            "setup");

    @Test
    void ofAnAdminOfTheProvider(World world, People people) throws IOException, InterruptedException {
        ProviderAdmin staff = new ProviderAdmin(world.provider());
        staff.company("Looked-at Ltd", "looked.at");
        String number =
                staff.register("Looked-at Ltd", "looked.at", world.consumer().at("/looked-at"));
        staff.awaitLink(number);
        Person admin = people.english("admin");
        admin.expect(404, "/registrations/REG9999999");
        admin.open(world.providerPage("/login"));
        LOOKS.at(admin, "login");
        admin.logIn(world.providerPage("/"), "provider.admin", "demo-provider-1");
        LOOKS.at(admin, "center/center provider");
        look(admin, world, "/?side=provider&q=nothing-like-it", "center/center nothing");
        look(admin, world, "/?side=consumer", "center/center consumer");
        look(admin, world, "/registrations/new", "provider/new-registration");
        look(admin, world, "/companies", "companies");
        admin.page().locator("main a[href*='/companies/CMP']").first().click();
        LOOKS.at(admin, "company");
        String company = admin.page().url();
        admin.open(URI.create(company + "/deactivate"));
        LOOKS.at(admin, "confirm");
        look(admin, world, "/contacts/new", "contact-new");
        look(admin, world, "/contacts/looked.at", "contact");
        look(admin, world, "/provider-record", "provider-record");
        look(admin, world, "/account/password", "password");
        look(admin, world, "/registrations/REG9999999", "problem");
        look(admin, world, "/registrations/" + number, "provider/registration open");
        look(admin, world, "/registrations/" + number + "/resend", "provider/confirm resend");
        look(admin, world, "/registrations/" + number + "/cancel", "provider/confirm cancel");
        admin.page().locator("form[action$='/cancel'] button").click();
        new RegistrationPage(admin).awaitState("Closed Incomplete");
        LOOKS.at(admin, "provider/registration closed");
        assertThat(LOOKS.faults()).isEmpty();
    }

    @Test
    void ofTokensAndKeys(World world, People people) {
        Person admin = people.english("admin");
        admin.logIn(world.providerPage("/api-tokens"), "provider.admin", "demo-provider-1");
        LOOKS.at(admin, "api/tokens");
        admin.page().locator("#service").fill("crm");
        admin.page().locator("form[action$='/api-tokens'] button[type=submit]").click();
        LOOKS.at(admin, "api/issued");
        admin.open(world.providerPage("/api-tokens"));
        admin.page().locator("main a[href$='/revoke']").first().click();
        LOOKS.at(admin, "api/revoke");
        Person auditor = people.english("auditor");
        auditor.logIn(world.providerPage("/kmf/health"), "kmf.auditor", "demo-auditor-1");
        LOOKS.at(auditor, "kmf/health");
        look(auditor, world, "/", "center/elsewhere");
        assertThat(LOOKS.faults()).isEmpty();
    }

    @Test
    void onTheWayOfTheContact(World world, People people) throws IOException, InterruptedException {
        ProviderAdmin staff = new ProviderAdmin(world.provider());
        staff.company("Wayfarer Ltd", "way.farer");
        staff.company("Stranger Ltd", "strange.r");
        String number =
                staff.register("Wayfarer Ltd", "way.farer", world.consumer().address());
        URI link = staff.awaitLink(number);
        Person person = people.english("contact");
        person.expect(403, "/oauth2/wrong-user");
        person.open(world.consumerPage("/connect"));
        LOOKS.at(person, "consumer/start empty");
        Contact contact = new Contact(person);
        contact.open(link);
        LOOKS.at(person, "consumer/start link");
        ConnectionPage connection = contact.begin(link);
        assertThat(connection.company()).isVisible();
        LOOKS.at(person, "consumer/wizard company");
        String wizard = person.page().url();
        connection.chooseCompany(Contact.COMPANY_OF_PROVIDER);
        assertThat(connection.authenticateLink()).isVisible();
        LOOKS.at(person, "consumer/wizard authenticate");
        person.open(URI.create(wizard.replace("/connect/", "/connections/")));
        LOOKS.at(person, "consumer/connection moving");
        person.open(URI.create(wizard.replace("/connect/", "/connections/") + "/cancel"));
        LOOKS.at(person, "consumer/cancel");
        person.open(world.consumerPage("/connect/callback?state=unknown&code=unknown"));
        LOOKS.at(person, "consumer/unfinished");
        person.open(URI.create(wizard));
        connection.authenticate();
        ConsentPage refused = contact.logInAtProvider("strange.r", ProviderAdmin.CONTACT_PASSWORD);
        assertThat(refused.switchButton()).isVisible();
        LOOKS.at(person, "provider/wrong-user");
        refused.switchAccount();
        ConsentPage consent = contact.logInAtProvider("way.farer", ProviderAdmin.CONTACT_PASSWORD);
        assertThat(consent.allowButton()).isVisible();
        LOOKS.at(person, "provider/consent");
        consent.allow();
        connection.awaitOnboarded();
        LOOKS.at(person, "consumer/wizard onboarded");
        withoutTheRole(world, person, people.english("helper"), URI.create(wizard));
        person.open(world.consumerPage("/?side=consumer"));
        LOOKS.at(person, "center/center connections");
        person.open(world.providerPage("/"));
        LOOKS.at(person, "center/contact");
        person.open(world.providerPage("/registrations/" + number));
        LOOKS.at(person, "provider/registration-of-contact");
        assertThat(LOOKS.faults()).isEmpty();
    }

    private static void withoutTheRole(World world, Person admin, Person helper, URI wizard) {
        SetUp setUp = new SetUp(admin, world.consumer());
        setUp.company("Helpers Ltd");
        setUp.contact("hel.per", "Hel", "Per", ProviderAdmin.CONTACT_PASSWORD);
        helper.expect(403, wizard.getPath());
        helper.logIn(wizard, "hel.per", ProviderAdmin.CONTACT_PASSWORD);
        LOOKS.at(helper, "consumer/wrong-role");
    }

    @Test
    void inGerman(World world, People people) throws IOException, InterruptedException {
        ProviderAdmin staff = new ProviderAdmin(world.provider());
        staff.company("Ansehnlich GmbH", "ansehn.lich");
        String number = staff.register(
                "Ansehnlich GmbH", "ansehn.lich", world.consumer().address());
        URI link = staff.awaitLink(number);
        Person admin = people.german("admin");
        admin.logIn(world.providerPage("/"), "provider.admin", "demo-provider-1");
        LOOKS.at(admin, "center/center German");
        look(admin, world, "/registrations/" + number, "provider/registration German");
        look(admin, world, "/registrations/new", "provider/new-registration German");
        look(admin, world, "/kmf/health", "kmf/health German");
        Person person = people.german("contact");
        ConnectionPage connection = new Contact(person).begin(link);
        assertThat(connection.company()).isVisible();
        LOOKS.at(person, "consumer/wizard German");
        assertThat(LOOKS.faults()).isEmpty();
    }

    /** A page that nobody looked at fails here as soon as it exists. */
    @AfterAll
    static void wereAllLookedAt() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            Set<String> pages = files.map(file -> TEMPLATES.relativize(file).toString())
                    .filter(file -> file.endsWith(".html") && !file.startsWith("mail"))
                    .map(file -> file.replace(".html", ""))
                    .filter(page -> !NO_PAGES.contains(page))
                    .collect(Collectors.toSet());
            assertThat(LOOKS.seen()).containsAll(pages);
        }
    }

    private static void look(Person person, World world, String path, String name) {
        person.open(world.providerPage(path));
        LOOKS.at(person, name);
    }
}
