package org.serviceexchange.consumer.web.api;

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
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnectionPages;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API endpoints for listing and reading the connections to providers. */
@RestController
@RequestMapping(path = ApiPaths.PROVIDER_CONNECTIONS, produces = APPLICATION_JSON_VALUE)
class ProviderConnectionEndpoints {

    private final ProviderConnections connections;
    private final ProviderConnectionPages pages;
    private final CaseSource cases;
    private final ApiPaths paths;
    private final ApiResponses responses;

    ProviderConnectionEndpoints(
            ProviderConnections connections,
            ProviderConnectionPages pages,
            @Qualifier("connectionsAsCases") CaseSource cases,
            ApiPaths paths,
            ApiResponses responses) {
        this.cases = cases;
        this.connections = connections;
        this.pages = pages;
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
        List<ProviderConnection> found =
                pages.connections(PageQuery.state(ConnectionState.class, state), query.before(), query.limit() + 1);
        Turns turns =
                cases.turnsOf(found.stream().map(ProviderConnection::number).toList());
        return responses.ok(
                ApiPage.of(
                        found,
                        query,
                        one -> ProviderConnectionResource.of(one, turns, paths, language),
                        ProviderConnectionResource::number),
                language);
    }

    @GetMapping("/{number}")
    ResponseEntity<byte[]> read(@PathVariable String number, Locale language) {
        return responses.ok(resource(connections.get(number), language), language);
    }

    private Object resource(ProviderConnection connection, Locale language) {
        return ProviderConnectionResource.of(connection, cases.turns(), paths, language);
    }
}
