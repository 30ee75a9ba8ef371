package org.serviceexchange.platform.web;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * A problem for other programs: {@code application/problem+json} (RFC 9457) with extension members.
 *
 * @param type {@code urn:service-exchange:problem:} followed by the code
 * @param title the cause
 * @param detail cause and solution
 * @param code such as {@code SX-2201}
 * @param actor who can resolve it, such as {@code CONSUMER_ADMIN}
 * @param retry whether the same request may succeed later
 * @param time the server's clock, ISO 8601 in UTC
 */
@JsonPropertyOrder({
    "type",
    "title",
    "status",
    "detail",
    "code",
    "arguments",
    "cause",
    "solution",
    "actor",
    "retry",
    "time"
})
public record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        String code,
        List<Object> arguments,
        String cause,
        String solution,
        String actor,
        boolean retry,
        String time) {

    /** The document for a problem, in a language. */
    public static ProblemDocument of(Problem problem, Locale language, Instant now) {
        ProblemCode code = problem.code();
        String cause = problem.cause(language);
        String solution = problem.solution(language);
        return new ProblemDocument(
                "urn:service-exchange:problem:" + code.code(),
                cause,
                code.status(),
                cause + " " + solution,
                code.code(),
                arguments(problem, language),
                cause,
                solution,
                code.actor().name(),
                code.retry(),
                now.toString());
    }

    /** A localized message is sent as text: its key means nothing outside of this instance. */
    private static List<Object> arguments(Problem problem, Locale language) {
        return problem.finding().arguments().stream()
                .map(argument -> argument(argument, language))
                .toList();
    }

    private static Object argument(Object argument, Locale language) {
        if (argument instanceof Long) {
            return argument;
        }
        return argument instanceof Instant moment ? Map.of("at", moment.toString()) : Messages.text(argument, language);
    }
}
