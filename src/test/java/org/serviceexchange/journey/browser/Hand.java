package org.serviceexchange.journey.browser;

import com.microsoft.playwright.Locator;

/** How somebody uses a page. */
interface Hand {

    /** Selects a button or follows a link. */
    void press(Locator target);

    void enter(Locator field, String text);

    /** Chooses the option with this text. */
    void choose(Locator list, String option);
}
