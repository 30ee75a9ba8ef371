package org.serviceexchange.journey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When {@code live-page.js} asks, and what it does with the answers; the test moves the browser's clock. */
@ExtendWith(InTheBrowser.class)
class LivePageIT {

    private static final String ADDRESS = "http://localhost/page";
    private static final Path SCRIPT = Path.of("src/main/resources/static/js/live-page.js");
    private static final String ANSWERS = """
            window.asked = [];
            window.told = { state: 'Open', moving: true, version: 'one', here: [], active: [], passed: [], stuck: [] };
            window.fetch = async address => {
              if (address === '/status') asked.push(Date.now());
              return { ok: true, redirected: false, status: 200, json: async () => told,
                text: async () => window.served || document.documentElement.outerHTML };
            };
            Object.defineProperty(document, 'hidden', { get: () => window.unseen === true });
            window.see = seen => { window.unseen = !seen; document.dispatchEvent(new Event('visibilitychange')); };
            """;
    private static final long QUICK = 1500;
    private static final long SLOW = 15_000;

    private static Chromium chromium;

    private Page page;

    @BeforeAll
    static void start() {
        chromium = new Chromium(BrowserSearch.here().find().orElseThrow());
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @BeforeEach
    void open() throws IOException {
        String html = page("<p>Open</p><input id=\"name\">", "");
        String script = Files.readString(SCRIPT);
        page = chromium.profile("en-GB").newPage();
        page.clock().install(new Clock.InstallOptions().setTime(0));
        page.clock().pauseAt(1000);
        page.addInitScript(ANSWERS);
        page.route(
                "**",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType(route.request().url().endsWith(".js") ? "text/javascript" : "text/html")
                        .setBody(route.request().url().endsWith(".js") ? script : html)));
        page.navigate(ADDRESS);
    }

    @Test
    void asksMoreAndMoreSeldomWhileNothingChanges() {
        page.clock().runFor(180_000);
        List<Long> pauses = pauses();
        assertThat(pauses).startsWith(QUICK).isSorted().endsWith(SLOW, SLOW).hasSizeLessThan(25);
    }

    @Test
    void asksOftenAgainAfterAChangeAndShowsIt() {
        page.clock().runFor(180_000);
        serve(page("<p>Closed</p>", ""));
        page.evaluate("told.version = 'two'");
        int before = asked().size();
        page.clock().runFor(SLOW + QUICK);
        assertThat(page.locator("[data-live] p")).hasText("Closed");
        assertThat(pauses().get(before)).as("first pause after the change").isEqualTo(QUICK);
    }

    @Test
    void sleepsInATabThatNobodySees() {
        page.clock().runFor(180_000);
        page.evaluate("see(false)");
        int asked = asked().size();
        page.clock().runFor(600_000);
        assertThat(asked()).as("asked while nobody looks").hasSize(asked);
        page.evaluate("see(true)");
        assertThat(asked()).as("asked as soon as it is seen").hasSize(asked + 1);
        page.clock().runFor(SLOW);
        assertThat(pauses().get(asked)).as("first pause after it").isEqualTo((long) (QUICK * 1.3));
    }

    @Test
    void endsWhenNothingCanChangeAnyMore() {
        page.evaluate("told.moving = false");
        page.clock().runFor(QUICK);
        int asked = asked().size();
        page.clock().runFor(180_000);
        assertThat(asked()).hasSize(asked);
    }

    @Test
    void leavesAPartAloneInWhichSomebodyTypes() {
        page.locator("#name").fill("half a na");
        serve(page("<p>Closed</p>", ""));
        page.evaluate("told.version = 'two'");
        page.clock().runFor(60_000);
        assertThat(page.locator("[data-live] p")).hasText("Open");
        page.locator("#name").fill("");
        page.locator("#name").blur();
        page.clock().runFor(SLOW);
        assertThat(page.locator("[data-live] p")).hasText("Closed");
    }

    @Test
    void keepsWhatAScriptHasSaidWhileNothingElseChanges() {
        page.evaluate("document.querySelector('[data-live]').insertAdjacentHTML('beforeend',"
                + " '<span role=\"status\">Copied</span>')");
        serve(page("<p>Open</p><input id=\"name\"><span role=\"status\"></span>", ""));
        page.evaluate("told.version = 'two'");
        page.clock().runFor(SLOW);
        assertThat(page.locator("[data-live] [role=status]")).hasText("Copied");
    }

    @Test
    void leadsToTheNextStepAndAnnouncesIt() {
        serve(page(step("Choose", "You"), " data-state=\"CHOOSE\""));
        page.evaluate("document.querySelector('[data-live]').dataset.state = 'CHECK'");
        page.locator("#name").fill("half a na");
        page.evaluate("told.version = 'two'");
        page.clock().runFor(QUICK);
        assertThat(page.locator("h2")).isFocused();
        assertThat(page.locator("#moved")).hasText("Turn: You");
        assertThat(page.locator("[data-live]")).hasAttribute("data-state", "CHOOSE");
    }

    private void serve(String html) {
        page.evaluate("html => { window.served = html; }", html);
    }

    private static String page(String content, String state) {
        return "<!DOCTYPE html><html lang=\"en\"><body><p id=\"moved\" class=\"unseen\" data-status=\"/status\""
                + " data-ended=\"Ended\"></p><div data-live=\"part\"" + state + ">" + content
                + "</div><script src=\"/live-page.js\"></script></body></html>";
    }

    private static String step(String name, String turn) {
        return "<h2 tabindex=\"-1\"><span>" + name + "</span></h2><dl><dt>Turn</dt><dd id=\"turn\">" + turn
                + "</dd></dl>";
    }

    /** Between one question and the next. */
    private List<Long> pauses() {
        List<Long> moments = asked();
        return IntStream.range(1, moments.size())
                .mapToObj(i -> moments.get(i) - moments.get(i - 1))
                .toList();
    }

    private List<Long> asked() {
        List<?> moments = (List<?>) page.evaluate("asked");
        return moments.stream().map(moment -> ((Number) moment).longValue()).toList();
    }
}
