package org.serviceexchange.journey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.regex.Pattern;
import org.serviceexchange.journey.Instance;

/** Camunda Tasklist, with our form "Register a consumer". */
record Tasklist(Person person) {

    static final String PATH = "/camunda/app/tasklist/default/";

    private static final String PROCESS = "Register a consumer";

    /** Opens the form from the list of processes. */
    void openForm(Instance provider) {
        person.open(provider.at(PATH));
        person.hand().press(page().locator(".start-process-action a"));
        person.hand().press(dialog().getByText(PROCESS));
        assertThat(company()).isVisible();
        assertThat(company()).isFocused();
        assertThat(backToTheCenter()).isVisible();
    }

    /** In the header of every webapp. */
    Locator backToTheCenter() {
        return page().locator("a.sx-back[href='/']");
    }

    /** Fills in the form, until it says that it can be started. */
    void fill(String companyName, String contact, URI consumer) {
        person.hand().choose(company(), companyName);
        person.hand().choose(page().locator("#sx-contact"), contact);
        assertThat(url()).not().isEditable();
        person.hand().press(page().locator("#sx-lock"));
        person.hand().enter(url(), consumer.toString());
        assertThat(startButton()).isEnabled();
    }

    void start() {
        person.hand().press(startButton());
        assertThat(page()).hasURL(Pattern.compile(".*/registrations/REG\\d+"));
    }

    void register(Instance provider, String companyName, String contact, URI consumer) {
        openForm(provider);
        fill(companyName, contact, consumer);
        start();
    }

    private Locator startButton() {
        return dialog().locator(".modal-footer button[type=submit]");
    }

    /** The sentence with which the form refuses the input. */
    Locator refusal() {
        return page().locator("#sx-refusal");
    }

    Locator url() {
        return page().locator("#sx-url");
    }

    Locator dialog() {
        return page().locator(".modal-dialog");
    }

    /** Waits for a task with this name in Tasklist's initial list. */
    void awaitTask(Instance instance, String name) {
        person.open(instance.at(PATH));
        assertThat(page().locator(".tasks-list .task", new Page.LocatorOptions().setHasText(name))
                        .first())
                .isVisible();
    }

    private Locator company() {
        return page().locator("#sx-company");
    }

    private Page page() {
        return person.page();
    }
}
