package org.serviceexchange.journey.browser;

import com.microsoft.playwright.Page;

/** Where somebody logs in at an instance. */
record LoginPage(Person person) {

    void logIn(String user, String password) {
        Page page = person.page();
        person.hand().enter(page.locator("#username"), user);
        person.hand().enter(page.locator("#password"), password);
        String before = page.url();
        person.hand().press(page.locator("form[action$='/login'] button[type=submit]"));
        page.waitForURL(address -> !address.equals(before));
    }
}
