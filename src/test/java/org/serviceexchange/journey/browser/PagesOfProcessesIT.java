package org.serviceexchange.journey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.serviceexchange.journey.Await;
import org.serviceexchange.journey.ProviderAdmin;

/** Versions of the processes on their pages: seen, proposed, accepted, and running cases moved to one. */
@ExtendWith(InTheBrowser.class)
class PagesOfProcessesIT {

    private static final String PASSWORD = ProviderAdmin.CONTACT_PASSWORD;
    private static final Pattern SHIPPED = Pattern.compile(".*/processes/shipped/PMV\\d+");

    @Test
    void fromTheFirstVersionToAMoveToTheSecond(World world, People people) throws IOException, InterruptedException {
        ProviderAdmin staff = new ProviderAdmin(world.provider());
        staff.company("Moved Ltd", "moved.person");
        staff.awaitLink(
                staff.register("Moved Ltd", "moved.person", world.consumer().address()));
        Person admin = people.english("admin");
        admin.logIn(world.providerPage("/"), "provider.admin", "demo-provider-1");
        lookAtTheFirst(world, admin);
        Person analyst = manager(world, admin, people.english("analyst"), "ann.analyst");
        propose(world, analyst);
        String proposal = analyst.page().url();
        Person colleague = manager(world, admin, people.english("colleague"), "colin.colleague");
        colleague.open(URI.create(proposal));
        awaitDiagram(colleague);
        Look.at(colleague, "proposed");
        colleague.press("#accept");
        assertThat(colleague.page().locator("#accept")).hasCount(0);
        Look.at(colleague, "accepted");
        colleague.open(world.providerPage("/processes/shipped/PMV0001001"));
        assertThat(colleague.page().locator("#again")).isVisible();
        Look.at(colleague, "former");
        admin.open(world.providerPage("/processes/consumer-registration/2/difference"));
        awaitDiagram(admin);
        Look.at(admin, "difference");
        move(world, admin);
    }

    private static void lookAtTheFirst(World world, Person admin) {
        admin.open(world.providerPage("/processes"));
        Look.at(admin, "versions");
        admin.open(world.providerPage("/processes/consumer-registration/1"));
        awaitDiagram(admin);
        assertThat(admin.page().locator("#diagram .diagram-note").first()).isInViewport();
        Look.at(admin, "places");
        admin.open(world.providerPage("/processes/consumer-registration/1/time"));
        awaitDiagram(admin);
        Look.at(admin, "time");
        admin.open(world.providerPage("/processes/consumer-registration/1/difference"));
        Look.once(admin, "alone");
        admin.open(world.providerPage("/processes/shipped/PMV0001001"));
        Look.at(admin, "in-use");
    }

    /** The role alone, without that of an admin. */
    private static Person manager(World world, Person admin, Person manager, String user) {
        admin.open(world.providerPage("/users/new"));
        admin.fill("userId", user).fill("firstName", "Pat").fill("lastName", "Process");
        admin.press("main input[value=PROCESS_MANAGER]");
        admin.send("/users/new");
        assertThat(admin.page().locator("#link")).isVisible();
        manager.open(URI.create(admin.page().locator("#link").inputValue()));
        manager.fill("chosen", PASSWORD).fill("repeated", PASSWORD).send("/password/new");
        new LoginPage(manager).logIn(user, PASSWORD);
        return manager;
    }

    private static void propose(World world, Person analyst) throws IOException {
        analyst.open(world.providerPage("/processes"));
        analyst.press("#propose");
        assertThat(analyst.page().locator("#models")).isVisible();
        Look.at(analyst, "first");
        upload(analyst, OwnModels.withoutAStep());
        assertThat(analyst.page().locator("#findings")).isVisible();
        Look.at(analyst, "refused");
        analyst.open(world.providerPage("/processes/propose"));
        upload(analyst, OwnModels.withAnotherName());
        assertThat(analyst.page().locator("#reject")).isVisible();
        awaitDiagram(analyst);
        Look.at(analyst, "own-proposal");
    }

    private static void upload(Person analyst, OwnModels models) throws IOException {
        analyst.page().locator("#models").setInputFiles(models.zip("upload"));
        analyst.press("form#propose button");
        assertThat(analyst.page()).hasURL(SHIPPED);
    }

    private static void move(World world, Person admin) {
        admin.open(world.providerPage("/processes/consumer-registration/1"));
        admin.press("form#move button");
        assertThat(admin.page().locator("#can")).isVisible();
        Look.at(admin, "possible");
        admin.press("form#start button");
        assertThat(admin.page()).hasURL(Pattern.compile(".*/processes/moves/PMM\\d+"));
        Await.until("the cases have moved", () -> {
            admin.page().reload();
            return admin.page().locator("#state.state-ok").count() > 0;
        });
        assertThat(admin.page().locator("#undo")).isVisible();
        Look.at(admin, "moved");
        admin.open(world.providerPage("/processes/consumer-registration/1"));
        assertThat(admin.page().locator("#moves")).isVisible();
        Look.at(admin, "left");
    }

    private static void awaitDiagram(Person person) {
        assertThat(person.page().locator("#diagram svg[role=img]")).isVisible();
    }
}
