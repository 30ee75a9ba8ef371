package org.serviceexchange.journey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.serviceexchange.journey.Instance;

/** Camunda Cockpit, with our ways back. */
record Cockpit(Person person) {

    private static final String INSTANCE_OF = "async number => (await (await fetch("
            + "'/camunda/api/engine/engine/default/history/process-instance?processInstanceBusinessKey=' + number)).json())[0].id";

    /** Opens the process instance of a registration. */
    void openInstance(Instance provider, String number) {
        Object instance = person.page().evaluate(INSTANCE_OF, number);
        person.open(provider.at("/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime"));
        assertThat(person.page().locator("a.sx-back[href='/']")).isVisible();
    }

    /** Follows the link to the page of the registration. */
    RegistrationPage followToRegistration(String number) {
        Locator registration = person.page().locator("a.sx-case");
        assertThat(registration).hasText(number);
        Pictures.whole(person.page(), InTheBrowser.FOLDER.resolve("cockpit.jpg"));
        person.hand().press(registration);
        RegistrationPage page = new RegistrationPage(person);
        assertThat(page.state()).isVisible();
        return page;
    }
}
