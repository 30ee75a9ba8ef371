package org.serviceexchange.journey.browser;

import com.microsoft.playwright.Locator;

/** Counts what a person has to press and to choose; what is typed does not count. */
final class CountingHand implements Hand {

    private Hand hand = new Mouse();
    private int clicks;

    /** From now on in this way. */
    void use(Hand other) {
        hand = other;
    }

    int clicks() {
        return clicks;
    }

    @Override
    public void press(Locator target) {
        clicks++;
        hand.press(target);
    }

    @Override
    public void enter(Locator field, String text) {
        hand.enter(field, text);
    }

    @Override
    public void choose(Locator list, String option) {
        clicks++;
        hand.choose(list, option);
    }
}
