package org.serviceexchange.journey.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;

/** Uses the mouse. */
final class Mouse implements Hand {

    @Override
    public void press(Locator target) {
        target.click();
    }

    @Override
    public void enter(Locator field, String text) {
        field.fill(text);
    }

    @Override
    public void choose(Locator list, String option) {
        list.selectOption(new SelectOption().setLabel(option));
    }
}
