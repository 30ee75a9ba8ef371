package org.serviceexchange.journey.browser;

import com.microsoft.playwright.Locator;

/** Where the contact agrees at the provider, or is told that it is not for them. */
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
