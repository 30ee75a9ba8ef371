package org.serviceexchange.journey.browser;

import com.microsoft.playwright.Locator;

/** The consent page at the provider, or the page for a user who is not the contact. */
record ConsentPage(Person person) {

    void allow() {
        person.hand().press(allowButton());
    }

    void deny() {
        person.hand().press(person.page().locator("form[action$='/oauth2/authorize'] button:not([name])"));
    }

    void switchAccount() {
        person.hand().press(switchButton());
    }

    Locator allowButton() {
        return person.page().locator("form[action$='/oauth2/authorize'] button[name=scope]");
    }

    Locator switchButton() {
        return person.page().locator("form[action$='/oauth2/switch-account'] button");
    }
}
