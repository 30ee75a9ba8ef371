package org.serviceexchange.journey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;

/** Uses the keyboard only, and checks that the focus is visible at every stop on our own pages. */
final class Keys implements Hand {

    private static final int MOST_STOPS = 120;

    private static final String HAS_FOCUS = "element => element === document.activeElement";

    /** The focused element if its focus is not visible; otherwise an empty text. */
    private static final String INVISIBLE = """
            () => {
              const element = document.activeElement;
              if (!element || element === document.body) return '';
              const style = getComputedStyle(element);
              const box = element.getBoundingClientRect();
              const marked = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
                || style.boxShadow !== 'none';
              const there = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
                && box.right > 0 && box.left < innerWidth;
              return marked && there ? '' : element.outerHTML.slice(0, 200);
            }""";

    @Override
    public void press(Locator target) {
        tabTo(target);
        target.page().keyboard().press("Enter");
    }

    @Override
    public void enter(Locator field, String text) {
        tabTo(field);
        field.page().keyboard().press("Control+A");
        field.page().keyboard().type(text);
    }

    @Override
    public void choose(Locator list, String option) {
        tabTo(list);
        String chosen = "select => select.selectedOptions[0]?.label.trim()";
        for (int step = 0; !option.equals(list.evaluate(chosen)); step++) {
            assertThat(step).as("steps down the list to " + option).isLessThan(MOST_STOPS);
            list.page().keyboard().press("ArrowDown");
        }
    }

    private static void tabTo(Locator target) {
        assertThat(target).isEnabled();
        Page page = target.page();
        for (int stop = 0; !(Boolean) target.evaluate(HAS_FOCUS); stop++) {
            assertThat(stop).as("stops on the way to " + target).isLessThan(MOST_STOPS);
            page.keyboard().press("Tab");
            if (ours(page)) {
                assertThat(page.evaluate(INVISIBLE))
                        .as("focus that nobody sees on " + page.url())
                        .isEqualTo("");
            }
        }
    }

    /** Tasklist and Cockpit are Camunda's and not checked. */
    private static boolean ours(Page page) {
        return !URI.create(page.url()).getPath().startsWith("/camunda/");
    }
}
