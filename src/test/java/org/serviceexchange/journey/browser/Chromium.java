package org.serviceexchange.journey.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.serviceexchange.journey.Await;

/** The browser of this machine, started once for all tests. */
final class Chromium implements AutoCloseable {

    static final int WIDE = 1280;
    static final int HEIGHT = 900;

    /** For what two instances do on their own. */
    static final double PATIENCE_MILLIS = (double) Await.PATIENCE.toMillis();

    private static final List<String> FLAGS = List.of(
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    Chromium(Path program) {
        // The browser is the one of the machine, so the driver must not download its own
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(flags()));
    }

    /** A browser profile of its own: cookies, language as in {@code de-DE}, light colours, nothing that moves. */
    BrowserContext profile(String language) {
        return browser.newContext(new Browser.NewContextOptions()
                .setLocale(language)
                .setTimezoneId("Europe/Berlin")
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(WIDE, HEIGHT));
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static List<String> flags() {
        List<String> flags = new ArrayList<>(FLAGS);
        if (System.getProperty("user.name").equals("root")) {
            flags.add("--no-sandbox"); // Chromium does not start as root with it
        }
        return flags;
    }
}
