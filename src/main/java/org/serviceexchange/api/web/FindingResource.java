package org.serviceexchange.api.web;

import java.util.List;
import java.util.Locale;
import org.serviceexchange.platform.problem.Finding;

/**
 * A finding, in the language of the response.
 *
 * @param code such as {@code SX-2101}
 * @param actor who can resolve it, a name of {@link org.serviceexchange.platform.problem.Actor}
 */
public record FindingResource(String code, String cause, String solution, String actor) {

    public static List<FindingResource> all(List<Finding> findings, Locale language) {
        return findings.stream()
                .map(finding -> new FindingResource(
                        finding.code().code(),
                        finding.cause(language),
                        finding.solution(language),
                        finding.code().actor().name()))
                .toList();
    }
}
