package org.serviceexchange.connection.act.web;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.api.web.ApiPaths;
import org.serviceexchange.api.web.ApiResponses;
import org.serviceexchange.connection.act.ActOnConnection;
import org.serviceexchange.connection.act.ShownConnection;
import org.serviceexchange.connection.suspension.SuspendConnection;
import org.serviceexchange.connection.suspension.Suspension.Kind;
import org.serviceexchange.connection.suspension.SuspensionOrder;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** API endpoints that let a connection rest, or go on; each answers with the health, which says until when it rests. */
@RestController
@RequestMapping(
        path = {ApiPaths.CONSUMER_CONNECTIONS + "/{number}", ApiPaths.PROVIDER_CONNECTIONS + "/{number}"},
        produces = APPLICATION_JSON_VALUE)
class RestEndpoints {

    private final ActOnConnection connections;
    private final SuspendConnection suspendConnection;
    private final ConnectionHealth health;
    private final ApiResponses responses;

    RestEndpoints(
            ActOnConnection connections,
            SuspendConnection suspendConnection,
            ConnectionHealth health,
            ApiResponses responses) {
        this.connections = connections;
        this.suspendConnection = suspendConnection;
        this.health = health;
        this.responses = responses;
    }

    /** The request body: why, and until when. */
    record WantedSuspension(String reason, Instant until) {}

    /** The request body: why, and from when until when. */
    record WantedMaintenance(String reason, Instant from, Instant until) {}

    /** Counts here at once; the other side learns it a moment later. */
    @PostMapping(path = "/suspend", consumes = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> suspend(
            @PathVariable String number,
            @RequestBody(required = false) byte @Nullable [] body,
            Principal service,
            Locale language,
            HttpServletRequest request) {
        WantedSuspension wanted = responses.read(body, WantedSuspension.class);
        SuspensionOrder order = new SuspensionOrder(Kind.SUSPENDED, null, wanted.until(), wanted.reason());
        return rests(number, order, service, language, request);
    }

    @PostMapping(path = "/maintenance", consumes = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> announceMaintenance(
            @PathVariable String number,
            @RequestBody(required = false) byte @Nullable [] body,
            Principal service,
            Locale language,
            HttpServletRequest request) {
        WantedMaintenance wanted = responses.read(body, WantedMaintenance.class);
        SuspensionOrder order = new SuspensionOrder(Kind.MAINTENANCE, wanted.from(), wanted.until(), wanted.reason());
        return rests(number, order, service, language, request);
    }

    private ResponseEntity<byte[]> rests(
            String number, SuspensionOrder order, Principal service, Locale language, HttpServletRequest request) {
        ShownConnection connection = connections.find(ApiSide.of(request), number);
        suspendConnection.suspend(connection.number(), service.getName(), order);
        return responses.ok(health.of(connection, language), language);
    }

    /** Has no effect if this side lets nothing rest; each side lifts only what it said itself. */
    @PostMapping("/resume")
    ResponseEntity<byte[]> resume(
            @PathVariable String number, Principal service, Locale language, HttpServletRequest request) {
        ShownConnection connection = connections.find(ApiSide.of(request), number);
        suspendConnection.resume(connection.number(), service.getName());
        return responses.ok(health.of(connection, language), language);
    }
}
