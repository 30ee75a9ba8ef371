package org.serviceexchange.journey.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;

/** Saves screenshots. */
final class Pictures {

    /** Folder for the pictures of the walk in the README, set by the command that renews them. */
    static final String SETTING = "service-exchange.screenshots";

    private static final int WALK_WIDTH = 1000;
    private static final int WALK_HEIGHT = 1010;
    private static final int MARGIN = 24;
    private static final String BOTTOM =
            "() => (document.querySelector('.modal-dialog') ?? document.querySelector('main')).getBoundingClientRect().bottom";

    private Pictures() {}

    /** A picture of a step of the walk, with a fixed width and a limited height. */
    static void walk(Page page, String name) {
        page.setViewportSize(WALK_WIDTH, WALK_HEIGHT);
        int content = ((Number) page.evaluate(BOTTOM)).intValue() + MARGIN;
        int height = Math.min(WALK_HEIGHT, content);
        Path folder = Path.of(
                System.getProperty(SETTING, InTheBrowser.FOLDER.resolve("walk").toString()));
        page.screenshot(still(folder.resolve(name + ".png")).setClip(0, 0, WALK_WIDTH, height));
        page.setViewportSize(Chromium.WIDE, Chromium.HEIGHT);
    }

    /** A picture of the whole page, as JPEG, which the browser makes in a fraction of the time. */
    static void whole(Page page, Path file) {
        page.screenshot(
                still(file).setFullPage(true).setType(ScreenshotType.JPEG).setQuality(80));
    }

    private static Page.ScreenshotOptions still(Path file) {
        return new Page.ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED);
    }
}
