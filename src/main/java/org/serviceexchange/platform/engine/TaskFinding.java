package org.serviceexchange.platform.engine;

import java.util.List;
import java.util.Locale;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.problem.Finding;

/**
 * A finding as the forms of Tasklist show it, in the reader's language.
 *
 * @param code such as {@code SX-2104}
 * @param actor who acts, in words
 */
public record TaskFinding(String code, String cause, String solution, String actor) {

    /** One for each finding. */
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
