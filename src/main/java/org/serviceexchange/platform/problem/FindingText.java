package org.serviceexchange.platform.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.message.LocalizedMessageText;

/**
 * Findings as text for the database: a line for each, with its code and arguments in the format of
 * {@link LocalizedMessageText}.
 */
public final class FindingText {

    private FindingText() {}

    /** The text; empty for no findings. */
    public static String write(List<Finding> findings) {
        return LocalizedMessageText.writeAll(findings.stream()
                .map(finding -> new LocalizedMessage(finding.code().code(), finding.arguments()))
                .toList());
    }

    /** Parses a text from {@link #write}. */
    public static List<Finding> read(@Nullable String text) {
        return LocalizedMessageText.readAll(text).stream()
                .map(message -> new Finding(code(message.key()), message.arguments()))
                .toList();
    }

    private static ProblemCode code(String text) {
        return ProblemTexts.known(text)
                .orElseThrow(() -> new IllegalArgumentException("There is no problem " + text + "."));
    }
}
