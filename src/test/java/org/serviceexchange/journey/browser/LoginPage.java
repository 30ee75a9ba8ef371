package org.serviceexchange.journey.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

/** The login page of an instance. */
record LoginPage(Person person) {

    void logIn(String user, String password) {
        tryToLogIn(user, password);
        form().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    void tryToLogIn(String user, String password) {
        Page page = person.page();
        person.hand().enter(page.locator("#username"), user);
        person.hand().enter(page.locator("#password"), password);
        person.hand().press(form().locator("button[type=submit]"));
    }

    private Locator form() {
        return person.page().locator("form[action$='/login']");
    }
}
