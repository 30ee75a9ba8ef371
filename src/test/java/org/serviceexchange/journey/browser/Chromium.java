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

/** The installed browser, started once for all tests. */
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
        // The installed browser is used, so the driver must not download one
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(flags()));
    }

    /** A separate browser profile: cookies, language such as {@code de-DE}, light colour scheme, no animations. */
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
            flags.add("--no-sandbox"); // Chromium refuses to run as root without it
        }
        return flags;
    }
}
