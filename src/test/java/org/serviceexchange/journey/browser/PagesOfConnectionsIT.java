package org.serviceexchange.journey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.serviceexchange.journey.Await;
import org.serviceexchange.journey.ProviderAdmin;

/** Pages that show living connections, on both sides. */
@ExtendWith(InTheBrowser.class)
class PagesOfConnectionsIT {

    private static final String COMPANY = "Living Ltd";
    private static final String PERSON = "living.person";

    @Test
    void ofLivingConnections(World world, People people) throws IOException, InterruptedException {
        ProviderAdmin staff = new ProviderAdmin(world.provider());
        staff.company(COMPANY, PERSON);
        URI link =
                staff.awaitLink(staff.register(COMPANY, PERSON, world.consumer().address()));
        Contact contact = new Contact(people.english("contact"));
        contact.goAllTheWay(link, PERSON, ProviderAdmin.CONTACT_PASSWORD);
        URI connection = URI.create(contact.person().page().url().replace("/connect/", "/connections/"));
        contact.person().open(world.consumerPage("/"));
        Look.at(contact.person(), "consumer");

        Person admin = people.english("admin");
        admin.logIn(world.providerPage("/"), "provider.admin", "demo-provider-1");
        assertThat(admin.page().locator(".cases .living").first()).isVisible();
        Look.at(admin, "connected");
        admin.open(world.providerPage("/?side=provider&show=live"));
        Look.at(admin, "live");
        admin.open(world.providerPage(admin.page()
                .locator(".cases a[href*='/consumer-connections/']")
                .first()
                .getAttribute("href")));
        assertThat(admin.page().locator("#living .pair")).isVisible();
        Look.at(admin, "live");
        assertThat(admin.page().locator("#diagram .viewport")).isVisible();
        Look.theProcessFits(admin);
        admin.press("#diagnostics");
        assertThat(admin.page().locator("#download")).isVisible();
        Look.at(admin, "diagnostics");
        admin.open(world.providerPage("/connections-health"));
        assertThat(admin.page().locator("#score .badge")).isVisible();
        Look.at(admin, "health");
        admin.open(world.providerPage("/?side=provider&view=table"));
        Look.at(admin, "table");
        assertThat(Look.dividedWords(admin, "#cases")).isEmpty();
        admin.press("#cases input[type=checkbox]");
        admin.press("form.choosing button");
        assertThat(admin.page().locator("#impossible, #possible")).isVisible();
        Look.at(admin, "preview");
        nameAnotherContact(world, admin, contact.person(), connection);
        admin.press("#replace");
        Look.at(admin, "asked");
    }

    /** The consumer hears of it, and shows it on the page of the connection. */
    private static void nameAnotherContact(World world, Person admin, Person contact, URI connection) {
        SetUp pages = new SetUp(admin, world.provider());
        admin.open(world.providerPage("/companies"));
        admin.press("main th a:text('" + COMPANY + "'), main td a:text('" + COMPANY + "')");
        pages.contact("second.person", "Sue", "Second", ProviderAdmin.CONTACT_PASSWORD);
        RegistrationPage registration = RegistrationPage.ofCompany(admin, world.provider(), COMPANY);
        String number = registration.number();
        admin.press("#change");
        Look.at(admin, "live");
        admin.hand().choose(admin.page().locator("#contact"), "Sue Second");
        admin.press("#change-contact button");
        assertThat(registration.state()).isVisible();
        assertThat(admin.page().locator("main")).containsText("Sue Second");
        contact.open(connection);
        Await.until("the consumer knows the contact", () -> {
            contact.page().reload();
            return contact.page().locator("#named-contact").count() > 0;
        });
        Look.at(contact, "other-contact");
        RegistrationPage.open(admin, world.provider(), number);
    }
}
