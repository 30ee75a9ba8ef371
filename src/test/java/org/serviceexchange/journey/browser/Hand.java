package org.serviceexchange.journey.browser;

import com.microsoft.playwright.Locator;

/** An input method. */
interface Hand {

    /** Activates a button or a link. */
    void press(Locator target);

    void enter(Locator field, String text);

    /** Chooses the option with this text. */
    void choose(Locator list, String option);
}
