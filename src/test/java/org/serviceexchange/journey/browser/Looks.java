package org.serviceexchange.journey.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Looks at pages in light and dark, wide and narrow, and enlarged; keeps a picture of each look in target/browser/pages. */
final class Looks {

    private static final int NARROW = 360;
    /** 1280 at 200 %. */
    private static final int ENLARGED = 640;

    /** What is wider than the page, unless it scrolls by itself. */
    private static final String TOO_WIDE =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private final List<String> faults = new ArrayList<>();
    private final Set<String> seen = new TreeSet<>();

    /** A page in a state; the first part of the name, up to a blank, is its template. */
    void at(Person person, String name) {
        Page page = person.page();
        seen.add(name.replaceFirst(" .*", ""));
        look(page, name, ColorScheme.LIGHT, Chromium.WIDE);
        look(page, name, ColorScheme.DARK, Chromium.WIDE);
        look(page, name, ColorScheme.LIGHT, ENLARGED);
        look(page, name, ColorScheme.DARK, NARROW);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(Chromium.WIDE, Chromium.HEIGHT);
    }

    /** What was found wrong, a line each. */
    List<String> faults() {
        return faults;
    }

    /** The templates that were looked at. */
    Set<String> seen() {
        return seen;
    }

    private void look(Page page, String name, ColorScheme scheme, int width) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, Chromium.HEIGHT);
        String look = name + ", " + scheme.name().toLowerCase(Locale.ROOT) + ", " + width;
        int beyond = ((Number) page.evaluate(TOO_WIDE)).intValue();
        if (beyond > 0) {
            faults.add(look + ": scrolls sideways by " + beyond + " px");
        }
        Axe.violations(page).forEach(violation -> faults.add(look + ": " + violation));
        Path file = InTheBrowser.FOLDER.resolve("pages").resolve(look.replaceAll("[^a-zA-Z0-9]+", "-") + ".png");
        Pictures.whole(page, file);
    }
}
