package org.serviceexchange.journey.browser;

import com.microsoft.playwright.Locator;

/** What the registration link shows first at the consumer. */
record StartPage(Person person) {

    void logIn(String user, String password) {
        person.hand().press(person.page().locator("main a[href$='/connect/log-in']"));
        new LoginPage(person).logIn(user, password);
    }

    Wizard begin() {
        person.hand().press(beginButton());
        return new Wizard(person);
    }

    Locator beginButton() {
        return person.page().locator("form[action$='/connect/begin'] button");
    }
}
