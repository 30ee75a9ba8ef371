package org.serviceexchange.journey.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Inspects a page in one of its states: light and dark, wide, narrow and enlarged to 200 %, in English and German.
 * Accessibility violations and horizontal scrolling become complaints of the person. Saves a picture of each variant.
 */
final class Look {

    private static final Path PICTURES = InTheBrowser.FOLDER.resolve("pages");
    private static final List<String> INSTANCES = List.of("provider", "consumer", "newcomer");
    private static final int NARROW = 360;

    /** Width of a 1280-pixel window, in CSS pixels, at a zoom of 200 %. */
    private static final int ENLARGED = 640;

    /** Elements wider than the window, except diagrams and tables, which scroll inside their own frame. */
    private static final String SIDEWAYS = """
            () => {
              const wide = [...document.querySelectorAll('body *')].filter(element =>
                element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1
                && !element.closest('table, .diagram, .skip'));
              const framed = [...document.querySelectorAll('body *')].filter(element =>
                element.scrollWidth > element.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(element).overflowX)
                && !element.matches('table, .diagram, textarea, input'));
              const page = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
              if (document.querySelector('header.site')?.offsetHeight > 64) page.push('the header, of more than one line');
              return page.concat([...wide, ...framed].slice(0, 3).map(element => element.outerHTML.slice(0, 150)));
            }""";

    /** Words within an element that stand on more than one line. */
    private static final String DIVIDED = """
            selector => {
              const texts = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
              const found = [];
              for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                for (const word of text.data.matchAll(/\\p{L}+/gu)) {
                  const range = document.createRange();
                  range.setStart(text, word.index);
                  range.setEnd(text, word.index + word[0].length);
                  if (new Set([...range.getClientRects()].map(line => line.top)).size > 1) found.push(word[0]);
                }
              }
              return found;
            }""";

    /** Height of the drawn process, in pixels. */
    private static final String DRAWN =
            "() => document.querySelector('#diagram .viewport').getBoundingClientRect().height";

    private final Person person;
    private final Page page;
    private final String what;

    private Look(Person person, String state) {
        this.person = person;
        this.page = person.page();
        page.waitForLoadState(); // with its stylesheet, also on a busy machine
        String template = page.locator("body").getAttribute("data-page");
        assertThat(template).as("the template of " + page.url()).isNotNull();
        Seen.add(template);
        this.what = template.replace('/', '-') + "-" + state;
    }

    /** Inspects the current page; it is loaded again in German. */
    static void at(Person person, String state) {
        Look look = new Look(person, state);
        look.everyWay(Axe.Rules.OF_SIZES); // the others follow in German, in the same width
        look.inGerman();
    }

    /** Inspects a page that cannot be reloaded, such as the response to a form. */
    static void once(Person person, String state) {
        new Look(person, state).everyWay(Axe.Rules.ALL);
    }

    /** The words of this element that its page divides anywhere, because there is no room for them. */
    @SuppressWarnings("unchecked") // what the expression above gives
    static List<String> dividedWords(Person person, String selector) {
        return (List<String>) person.page().evaluate(DIVIDED, selector);
    }

    /** The whole process stays in view, as large as it can be, when a window becomes narrow and wide again. */
    static void theProcessFits(Person person) {
        Page page = person.page();
        double before = ((Number) page.evaluate(DRAWN)).doubleValue();
        page.setViewportSize(NARROW, Chromium.HEIGHT);
        page.waitForFunction("before => (" + DRAWN + ")() < before", before - 1);
        page.setViewportSize(Chromium.WIDE, Chromium.HEIGHT);
        page.waitForFunction("before => (" + DRAWN + ")() > before", before - 1);
    }

    private void everyWay(Axe.Rules narrow) {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(colours));
            for (int width : List.of(Chromium.WIDE, NARROW)) {
                page.setViewportSize(width, Chromium.HEIGHT);
                String way = width + "-" + colours.name().toLowerCase(Locale.ROOT);
                Axe.Rules inLight = width == NARROW ? narrow : Axe.Rules.ALL;
                note(way, Axe.barriers(page, colours == ColorScheme.LIGHT ? inLight : Axe.Rules.OF_COLOURS));
                note(way, sideways());
                Pictures.whole(page, PICTURES.resolve(what + "-" + way + ".jpg"));
            }
        }
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(ENLARGED, Chromium.HEIGHT / 2);
        note("200 %", sideways());
        page.setViewportSize(Chromium.WIDE, Chromium.HEIGHT);
    }

    private void inGerman() {
        for (String instance : INSTANCES) {
            page.context().addCookies(List.of(new Cookie(instance + "-language", "de").setUrl(page.url())));
        }
        page.reload();
        page.setViewportSize(NARROW, Chromium.HEIGHT);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
        note("German", Axe.barriers(page, Axe.Rules.ALL));
        note("German", sideways());
        Pictures.whole(page, PICTURES.resolve(what + "-" + NARROW + "-german.jpg"));
        page.setViewportSize(Chromium.WIDE, Chromium.HEIGHT);
        for (String instance : INSTANCES) {
            page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(instance + "-language"));
        }
        page.reload();
    }

    private void note(String way, List<String> barriers) {
        barriers.forEach(barrier -> person.complain(what + ", " + way + ": " + barrier));
    }

    @SuppressWarnings("unchecked") // what the expression above gives
    private List<String> sideways() {
        return ((List<String>) page.evaluate(SIDEWAYS))
                .stream().map(element -> "wider than the window: " + element).toList();
    }
}
