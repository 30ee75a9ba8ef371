package org.serviceexchange.consumer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.serviceexchange.problem.Problem;

/** A prerequisite that is not met: what is wrong and what to do about it. */
public record Finding(String code, String cause, String solution) {

    private static final String FIELD = "\t";
    private static final String LINE = "\n";

    /** The finding that a problem stands for. */
    public static Finding of(Problem problem) {
        return new Finding(
                problem.code().code(),
                onOneLine(problem.cause(Locale.ENGLISH)),
                onOneLine(problem.solution(Locale.ENGLISH)));
    }

    /** The findings as one text of lines, for a record in the database. */
    public static String toText(List<Finding> findings) {
        return findings.stream()
                .map(finding -> String.join(FIELD, finding.code, finding.cause, finding.solution))
                .collect(Collectors.joining(LINE));
    }

    /** Reads what {@link #toText} wrote. */
    public static List<Finding> ofText(String text) {
        return Arrays.stream(text.split(LINE))
                .map(line -> line.split(FIELD, 3))
                .filter(fields -> fields.length == 3)
                .map(fields -> new Finding(fields[0], fields[1], fields[2]))
                .toList();
    }

    /** The findings as people read them in a task: one line each. */
    public static String toSentences(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.code + ": " + finding.cause + " " + finding.solution)
                .collect(Collectors.joining(LINE));
    }

    private static String onOneLine(String text) {
        return text.replaceAll("[\\t\\r\\n]+", " ");
    }
}
