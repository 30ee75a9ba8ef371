package org.serviceexchange.provider.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.api.web.ApiPage;
import org.serviceexchange.api.web.ApiPaths;
import org.serviceexchange.api.web.ApiResponses;
import org.serviceexchange.api.web.PageQuery;
import org.serviceexchange.center.CaseSource;
import org.serviceexchange.center.Turns;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationPages;
import org.serviceexchange.provider.web.api.ConsumerConnectionResource.State;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API endpoints for listing and reading the connections to consumers. */
@RestController
@RequestMapping(path = ApiPaths.CONSUMER_CONNECTIONS, produces = APPLICATION_JSON_VALUE)
class ConsumerConnectionEndpoints {

    private final RegistrationPages pages;
    private final CaseSource cases;
    private final ApiPaths paths;
    private final ApiResponses responses;

    ConsumerConnectionEndpoints(
            RegistrationPages pages,
            @Qualifier("registrationsAsCases") CaseSource cases,
            ApiPaths paths,
            ApiResponses responses) {
        this.pages = pages;
        this.cases = cases;
        this.paths = paths;
        this.responses = responses;
    }

    @GetMapping
    ResponseEntity<byte[]> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Locale language) {
        PageQuery query = PageQuery.of(limit, cursor);
        State wanted = PageQuery.state(State.class, state);
        List<Registration> found =
                pages.connected(wanted == null ? null : wanted.ofRegistration(), query.before(), query.limit() + 1);
        Turns turns =
                cases.turnsOf(found.stream().map(one -> one.request().number()).toList());
        return responses.ok(
                ApiPage.of(
                        found,
                        query,
                        one -> ConsumerConnectionResource.of(one, turns, paths),
                        ConsumerConnectionResource::number),
                language);
    }

    @GetMapping("/{number}")
    ResponseEntity<byte[]> read(@PathVariable String number, Locale language) {
        return responses.ok(ConsumerConnectionResource.of(find(number), cases.turns(), paths), language);
    }

    private Registration find(String number) {
        return pages.ofConnection(number)
                .orElseThrow(() -> new Problem(ProblemCode.CONSUMER_CONNECTION_UNKNOWN, number));
    }
}
