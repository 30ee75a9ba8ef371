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

    private static final String BARRIERS = """
            async rules => {
              const found = await axe.run(document, { runOnly: rules.split(' '), resultTypes: ['violations'] });
              return found.violations.map(rule => rule.id + ': ' + rule.help + ' – '
                + rule.nodes.slice(0, 3).map(node => node.target.join(' ') + ' (' + node.any.concat(node.all, node.none)
                  .map(check => check.message).join('; ') + ')').join(', '));
            }""";

    private Axe() {}

    /** A sentence for every one of these rules that the current page violates. */
    @SuppressWarnings("unchecked") // what the expression above gives
    static List<String> barriers(Page page, Rules rules) {
        if (!(Boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(SCRIPT);
        }
        return (List<String>) page.evaluate(BARRIERS, rules.names);
    }

    /** Evaluated as a function body, because the script returns no value. */
    private static String script() {
        try (InputStream file = Axe.class.getResourceAsStream("/axe.min.js")) {
            return "() => {" + new String(file.readAllBytes(), StandardCharsets.UTF_8) + "}";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which rules look at a page. The others need not look again at one that is only drawn in another way. */
    enum Rules {
        ALL("wcag2a wcag2aa wcag21a wcag21aa wcag22aa best-practice"),
        OF_COLOURS("color-contrast link-in-text-block"),
        OF_SIZES("target-size scrollable-region-focusable");

        private final String names;

        Rules(String names) {
            this.names = names;
        }
    }
}
