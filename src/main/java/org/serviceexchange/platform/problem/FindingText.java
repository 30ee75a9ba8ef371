package org.serviceexchange.platform.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.message.LocalizedMessageText;

/** Findings as text for the database: a line for each, its code and particulars as {@link LocalizedMessageText} writes them. */
public final class FindingText {

    private FindingText() {}

    /** Empty if there is none. */
    public static String write(List<Finding> findings) {
        return LocalizedMessageText.writeAll(findings.stream()
                .map(finding -> new LocalizedMessage(finding.code().code(), finding.arguments()))
                .toList());
    }

    /** What {@link #write} wrote. */
    public static List<Finding> read(@Nullable String text) {
        return LocalizedMessageText.readAll(text).stream()
                .map(phrase -> new Finding(ProblemCode.of(phrase.key()), phrase.arguments()))
                .toList();
    }
}
