package org.serviceexchange.connection.health.web;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.api.web.ApiPage;
import org.serviceexchange.api.web.ApiPaths;
import org.serviceexchange.api.web.ApiResponses;
import org.serviceexchange.api.web.PageQuery;
import org.serviceexchange.connection.health.ConnectionIssue;
import org.serviceexchange.connection.health.HealthOfConnections;
import org.serviceexchange.connection.health.TouchedConnection;
import org.serviceexchange.connection.health.TouchedPage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API endpoints for what the page on the health of all connections shows. */
@RestController
@RequestMapping(path = ApiPaths.CONNECTIONS_HEALTH, produces = APPLICATION_JSON_VALUE)
class HealthEndpoints {

    private static final String BEFORE_ALL_NUMBERS = "";

    private final HealthOfConnections health;
    private final ApiResponses responses;

    HealthEndpoints(HealthOfConnections health, ApiResponses responses) {
        this.health = health;
        this.responses = responses;
    }

    /** A connection and what is wrong with it. */
    record Touched(
            String number,
            int score,
            List<ConnectionIssue> issues,
            @Nullable String failure) {

        static Touched of(TouchedConnection one) {
            return new Touched(one.number(), one.score(), one.issues(), one.failure());
        }
    }

    @GetMapping
    ResponseEntity<byte[]> show(Locale language) {
        return responses.ok(HealthResource.of(health.overview(), language), language);
    }

    /** The connections that one issue touches, in the order of their numbers. */
    @GetMapping("/{issue}")
    ResponseEntity<byte[]> touched(
            @PathVariable String issue,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Locale language) {
        ConnectionIssue known = Arrays.stream(ConnectionIssue.values())
                .filter(one -> one.name().equals(issue))
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
        PageQuery query = PageQuery.of(limit, cursor);
        String after = cursor == null ? BEFORE_ALL_NUMBERS : query.before();
        TouchedPage found = health.touched(known, after, query.limit());
        return responses.ok(
                ApiPage.upTo(
                        found.last(),
                        found.connections().stream().map(Touched::of).toList()),
                language);
    }
}
