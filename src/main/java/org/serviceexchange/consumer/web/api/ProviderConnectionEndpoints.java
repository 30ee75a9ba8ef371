package org.serviceexchange.consumer.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.api.web.ApiPage;
import org.serviceexchange.api.web.ApiPaths;
import org.serviceexchange.api.web.ApiResponses;
import org.serviceexchange.api.web.PageQuery;
import org.serviceexchange.connection.offboarding.OffBoardConnection;
import org.serviceexchange.connection.offboarding.OffBoardingOrder;
import org.serviceexchange.connection.rotation.RequestRotation;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnectionPages;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.consumer.connection.UnchangedConnection;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API endpoints for listing and reading the connections to providers. */
@RestController
@RequestMapping(path = ApiPaths.PROVIDER_CONNECTIONS, produces = APPLICATION_JSON_VALUE)
class ProviderConnectionEndpoints {

    private final ProviderConnections connections;
    private final ProviderConnectionPages pages;
    private final UnchangedConnection precondition;
    private final RequestRotation requestRotation;
    private final OffBoardConnection offBoardConnection;
    private final ApiPaths paths;
    private final ApiResponses responses;

    ProviderConnectionEndpoints(
            ProviderConnections connections,
            ProviderConnectionPages pages,
            UnchangedConnection precondition,
            RequestRotation requestRotation,
            OffBoardConnection offBoardConnection,
            ApiPaths paths,
            ApiResponses responses) {
        this.precondition = precondition;
        this.requestRotation = requestRotation;
        this.offBoardConnection = offBoardConnection;
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
        return responses.ok(
                ApiPage.of(
                        found,
                        query,
                        one -> ProviderConnectionResource.of(one, paths, language),
                        ProviderConnectionResource::number),
                language);
    }

    @GetMapping("/{number}")
    ResponseEntity<byte[]> read(@PathVariable String number, Locale language) {
        return responses.ok(resource(find(number), language), language);
    }

    /** Rotates the keys; a rotation that is on its way already is not begun again. */
    @PostMapping("/{number}/rotate")
    ResponseEntity<byte[]> rotate(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal service,
            Locale language) {
        precondition.act(
                number,
                one -> responses.matches(ifMatch, any -> resource(one, any)),
                () -> requestRotation.request(number, service.getName()));
        return responses.accepted(resource(find(number), language), language);
    }

    /** Ended with the response; repeating it has no effect. */
    @PostMapping(path = "/{number}/off-board", consumes = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> offBoard(
            @PathVariable String number,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal service,
            Locale language) {
        OffBoardingOrder order = responses.read(body == null ? new byte[0] : body, OffBoardingOrder.class);
        precondition.act(
                number,
                one -> responses.matches(ifMatch, any -> resource(one, any)),
                () -> offBoardConnection.offBoard(ConnectionSide.CONSUMER, number, service.getName(), order));
        return responses.ok(resource(find(number), language), language);
    }

    private Object resource(ProviderConnection connection, Locale language) {
        return ProviderConnectionResource.of(connection, paths, language);
    }

    private ProviderConnection find(String number) {
        return connections.find(number).orElseThrow(() -> new Problem(ProblemCode.CONNECTION_UNKNOWN, number));
    }
}
