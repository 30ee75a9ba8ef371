package org.serviceexchange.platform.engine;

import java.util.List;
import java.util.Locale;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.problem.Finding;

/**
 * A finding as Tasklist's forms show it, in the reader's language.
 *
 * @param code such as {@code SX-2104}
 * @param actor who can resolve it, as text
 */
public record TaskFinding(String code, String cause, String solution, String actor) {

    /** Converts each finding. */
    public static List<TaskFinding> all(List<Finding> findings, Locale language) {
        return findings.stream()
                .map(finding -> new TaskFinding(
                        finding.code().code(),
                        finding.cause(language),
                        finding.solution(language),
                        Messages.of("problem.actor." + finding.code().actor(), language)))
                .toList();
    }
}
