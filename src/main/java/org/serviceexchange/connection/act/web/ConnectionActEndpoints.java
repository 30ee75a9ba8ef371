package org.serviceexchange.connection.act.web;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.api.web.ApiPaths;
import org.serviceexchange.api.web.ApiResponses;
import org.serviceexchange.connection.act.ActOnConnection;
import org.serviceexchange.connection.act.RetryFailedStep;
import org.serviceexchange.connection.act.ShownConnection;
import org.serviceexchange.connection.act.TestConnection;
import org.serviceexchange.connection.offboarding.OffBoardConnection;
import org.serviceexchange.connection.offboarding.OffBoardingOrder;
import org.serviceexchange.connection.rotation.RequestRotation;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** API endpoints for acts on a connection, to a consumer as to a provider. Repeating one has no further effect. */
@RestController
@RequestMapping(
        path = {ApiPaths.CONSUMER_CONNECTIONS + "/{number}", ApiPaths.PROVIDER_CONNECTIONS + "/{number}"},
        produces = APPLICATION_JSON_VALUE)
class ConnectionActEndpoints {

    private final ActOnConnection connections;
    private final TestConnection testConnection;
    private final RequestRotation requestRotation;
    private final RetryFailedStep retryFailedStep;
    private final OffBoardConnection offBoardConnection;
    private final ConnectionHealth health;
    private final ApiResponses responses;

    ConnectionActEndpoints(
            ActOnConnection connections,
            TestConnection testConnection,
            RequestRotation requestRotation,
            RetryFailedStep retryFailedStep,
            OffBoardConnection offBoardConnection,
            ConnectionHealth health,
            ApiResponses responses) {
        this.connections = connections;
        this.testConnection = testConnection;
        this.requestRotation = requestRotation;
        this.retryFailedStep = retryFailedStep;
        this.offBoardConnection = offBoardConnection;
        this.health = health;
        this.responses = responses;
    }

    /** Asks the other side now, and shows the health afterwards. */
    @PostMapping("/test")
    ResponseEntity<byte[]> test(
            @PathVariable String number, Principal service, Locale language, HttpServletRequest request) {
        ShownConnection connection = connections.find(ApiSide.of(request), number);
        testConnection.test(connection.number(), connection.subject(), service.getName());
        return responses.ok(health.of(connection, language), language);
    }

    /** Rotates the keys; a rotation that is on its way already is not begun again. */
    @PostMapping("/rotate")
    ResponseEntity<byte[]> rotate(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal service,
            Locale language,
            HttpServletRequest request) {
        act(number, ifMatch, request, one -> requestRotation.request(one.number(), service.getName()));
        return responses.accepted(shown(number, language, request), language);
    }

    @PostMapping("/retry")
    ResponseEntity<byte[]> retry(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal service,
            Locale language,
            HttpServletRequest request) {
        ConnectionSide side = ApiSide.of(request);
        act(number, ifMatch, request, one -> retryFailedStep.retry(side, one, service.getName()));
        return responses.accepted(shown(number, language, request), language);
    }

    /** Ended with the response. */
    @PostMapping(path = "/off-board", consumes = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> offBoard(
            @PathVariable String number,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal service,
            Locale language,
            HttpServletRequest request) {
        OffBoardingOrder order = responses.read(body, OffBoardingOrder.class);
        ConnectionSide side = ApiSide.of(request);
        act(
                number,
                ifMatch,
                request,
                one -> offBoardConnection.offBoard(side, one.subject(), service.getName(), order));
        return responses.ok(shown(number, language, request), language);
    }

    private void act(
            String number, @Nullable String ifMatch, HttpServletRequest request, Consumer<ShownConnection> step) {
        connections.act(ApiSide.of(request), number, resource -> responses.matches(ifMatch, resource), step);
    }

    private Object shown(String number, Locale language, HttpServletRequest request) {
        return connections.find(ApiSide.of(request), number).resource().apply(language);
    }
}
