package org.serviceexchange.journey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The consumer's page of a connection, which leads through the onboarding. */
record ConnectionPage(Person person) {

    /** Waits for the page to show this state by itself. */
    void awaitState(String label) {
        assertThat(state()).hasText(label);
    }

    /** Waits for the page to show by itself that all is well, in any language. */
    void awaitOnboarded() {
        assertThat(page().locator("#progress h2 .state-ok")).isVisible();
    }

    void chooseCompany(String company) {
        assertThat(company()).isVisible();
        person.hand().choose(company(), company);
        person.hand().press(page().locator("form[action$='/company'] button"));
    }

    void authenticate() {
        person.hand().press(authenticateLink());
    }

    void cancel() {
        person.hand().press(page().locator("main a[href$='/cancel']"));
        person.hand().press(page().locator("form[action$='/cancel'] button"));
    }

    Locator state() {
        return page().locator("#progress h2 .badge");
    }

    Locator company() {
        return page().locator("#companyId");
    }

    Locator authenticateLink() {
        return page().locator("main a[href$='/authenticate']");
    }

    Locator findings() {
        return page().locator("#progress table");
    }

    Locator progress() {
        return page().locator("#progress");
    }

    private Page page() {
        return person.page();
    }
}
