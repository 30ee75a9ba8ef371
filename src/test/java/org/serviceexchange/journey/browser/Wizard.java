package org.serviceexchange.journey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The consumer's wizard; its text about the state is also on the connection's page. */
record Wizard(Person person) {

    /** Waits until the page shows this state without a reload. */
    void awaitState(String label) {
        assertThat(state()).hasText(label);
    }

    /** Waits until the page shows success without a reload, in any language. */
    void awaitOnboarded() {
        assertThat(page().locator("#step[data-state=ONBOARDED]")).isVisible();
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
        return page().locator("main table");
    }

    Locator progress() {
        return page().locator("#progress");
    }

    private Page page() {
        return person.page();
    }
}
