package org.serviceexchange.journey.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Asks axe-core what keeps people from using a page: the rules of WCAG 2.0 to 2.2, levels A and AA, and best practices. */
final class Axe {

    private static final String SCRIPT = script();
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");
    private static final String RUN = """
            async rules => (await axe.run(document, { runOnly: { type: 'tag', values: rules } })).violations
              .flatMap(violation => violation.nodes.map(node => violation.id + ': ' + violation.help + ' at ' + node.target))
            """;

    private Axe() {}

    /** One line for each place that breaks a rule. */
    @SuppressWarnings("unchecked") // evaluate gives what the script gives
    static List<String> violations(Page page) {
        page.evaluate(SCRIPT);
        return (List<String>) page.evaluate(RUN, RULES);
    }

    private static String script() {
        try (InputStream file = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (file == null) {
                throw new IllegalStateException("axe.min.js is not on the class path.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
