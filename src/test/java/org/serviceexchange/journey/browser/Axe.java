package org.serviceexchange.journey.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Checks accessibility with axe-core: WCAG 2.0 to 2.2, levels A and AA, and axe's best practices. */
final class Axe {

    private static final String SCRIPT = script();

    private static final List<String> ALL =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** The rules that look at colours. */
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final String BARRIERS = """
            async runOnly => {
              const found = await axe.run(document, { runOnly, resultTypes: ['violations'] });
              return found.violations.map(rule => rule.id + ': ' + rule.help + ' – '
                + rule.nodes.slice(0, 3).map(node => node.target.join(' ') + ' (' + node.any.concat(node.all, node.none)
                  .map(check => check.message).join('; ') + ')').join(', '));
            }""";

    private Axe() {}

    /** A sentence for every rule that the current page violates. */
    static List<String> barriers(Page page) {
        return barriers(page, ALL);
    }

    /** The same for a page that was examined before and has got other colours and nothing else. */
    static List<String> barriersOfColours(Page page) {
        return barriers(page, OF_COLOURS);
    }

    @SuppressWarnings("unchecked") // what the expression above gives
    private static List<String> barriers(Page page, List<String> runOnly) {
        if (!(Boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(SCRIPT);
        }
        return (List<String>) page.evaluate(BARRIERS, runOnly);
    }

    /** Evaluated as a function body, because the script returns no value. */
    private static String script() {
        try (InputStream file = Axe.class.getResourceAsStream("/axe.min.js")) {
            return "() => {" + new String(file.readAllBytes(), StandardCharsets.UTF_8) + "}";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
