package org.serviceexchange.platform.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.Phrase;
import org.serviceexchange.platform.message.PhraseText;

/** Findings as text for the database: a line for each, its code and particulars as {@link PhraseText} writes them. */
public final class FindingText {

    private FindingText() {}

    /** Empty if there is none. */
    public static String write(List<Finding> findings) {
        return PhraseText.writeAll(findings.stream()
                .map(finding -> new Phrase(finding.code().code(), finding.particulars()))
                .toList());
    }

    /** What {@link #write} wrote. */
    public static List<Finding> read(@Nullable String text) {
        return PhraseText.readAll(text).stream()
                .map(phrase -> new Finding(ProblemCode.of(phrase.key()), phrase.particulars()))
                .toList();
    }
}
