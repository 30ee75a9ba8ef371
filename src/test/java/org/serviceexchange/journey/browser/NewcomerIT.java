package org.serviceexchange.journey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.serviceexchange.journey.Instance;

/** A provider as after installation, with a mail server. */
@ExtendWith(InTheBrowser.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NewcomerIT {

    private static final String PASSWORD = "newcomer-password-1";
    private static final String COMPANY = "Newcomer Ltd";

    /** From an empty folder to the registration; one of them is a look aside. CONTRIBUTING.md names these figures. */
    private static final int CLICKS_OF_THE_ADMIN = 7;

    /** From the link in the e-mail to the connection. */
    private static final int CLICKS_OF_THE_CONTACT = 8;

    @Test
    @Order(1)
    void leadsFromTheSetUpPageOverTheEmailToOnboarded(World world, People people)
            throws MessagingException, IOException {
        Instance newcomer = world.newcomer();
        newcomer.awaitHealthy();
        Person admin = people.english("admin");
        SetUp setUp = new SetUp(admin, newcomer);
        setUp.everything(PASSWORD, COMPANY);
        setUp.register(world.consumer().address());
        assertThat(admin.clicks()).isLessThanOrEqualTo(CLICKS_OF_THE_ADMIN);
        setUp.choosePassword("nora.contact", PASSWORD);
        lookAtForgottenPasswords(newcomer, people.english("forgetful"));

        RegistrationPage registration = RegistrationPage.ofCompany(admin, newcomer, COMPANY);
        registration.awaitState("Open");
        URI link = world.mailbox().awaitLink("nora.contact@example.com");
        assertThat(link).isEqualTo(registration.awaitLink());

        Person nora = people.english("contact");
        new Contact(nora).goAllTheWay(link, "nora.contact", PASSWORD);
        assertThat(nora.clicks()).isLessThanOrEqualTo(CLICKS_OF_THE_CONTACT);
        registration.awaitState("Closed Complete");
    }

    @Test
    @Order(2)
    void closesAConnectionWhoseLinkHasExpired(World world, People people) throws MessagingException, IOException {
        Instance newcomer = world.newcomer();
        newcomer.restart(World.newcomerSettings(
                world.mailbox(),
                "--service-exchange.provider.link-life=6s",
                "--service-exchange.processes.folder="
                        + OwnModels.withApprovalAndOwnField().folder("own-models")));
        Person admin = people.english("admin");
        admin.logIn(newcomer.at("/"), SetUp.ADMIN, PASSWORD);
        SetUp pages = new SetUp(admin, newcomer);
        pages.company("Late Ltd");
        pages.contact("leo.late", "Leo", "Late", PASSWORD);
        registerWithApproval(newcomer, admin, world.consumer().address());
        URI link = world.mailbox().awaitLink("leo.late@example.com");
        RegistrationPage registration = RegistrationPage.ofCompany(admin, newcomer, "Late Ltd");
        registration.awaitState("Closed Incomplete");
        assertThat(registration.state()).containsText("expired");
        assertThat(registration.journal()).containsText("Nobody used the link in time. The registration is closed.");

        Person late = people.english("late");
        Wizard wizard = new Contact(late).begin(link);
        wizard.chooseCompany(Contact.COMPANY_OF_PROVIDER);
        wizard.awaitState("Closed Incomplete");
        assertThat(wizard.progress()).containsText("Ask the provider to send a new link. Code SX-2202.");
    }

    /** As the models of the operator's folder want it. */
    private static void registerWithApproval(Instance newcomer, Person admin, URI consumer) {
        admin.open(newcomer.at("/registrations/new"));
        Look.at(admin, "own-field");
        Tasklist tasklist = new Tasklist(admin);
        tasklist.openForm(newcomer);
        tasklist.fill("Late Ltd", "Leo Late", consumer);
        admin.hand().enter(admin.page().locator("#own-order"), "4711");
        tasklist.start();
        assertThat(admin.page().locator("#approve")).isVisible();
        assertThat(admin.page().locator("main")).containsText("4711");
        Look.at(admin, "approval");
        admin.fill("reason", "The contract is signed.").press("#approve");
    }

    /** Of an instance with mail. */
    private static void lookAtForgottenPasswords(Instance newcomer, Person forgetful) {
        forgetful.open(newcomer.at("/login"));
        forgetful.press("main a[href$='/password/forgotten']");
        Look.at(forgetful, "with-mail");
        forgetful.fill("userId", "nora.contact").send("/password/forgotten");
        Look.once(forgetful, "asked");
    }
}
