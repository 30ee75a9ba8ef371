package org.serviceexchange.journey.browser;

import com.microsoft.playwright.Locator;

/** The first page behind the registration link at the consumer. */
record StartPage(Person person) {

    void logIn(String user, String password) {
        person.hand().press(person.page().locator("main a[href*='/connect/log-in?']"));
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
