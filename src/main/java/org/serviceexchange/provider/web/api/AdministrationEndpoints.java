package org.serviceexchange.provider.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.api.web.ApiPaths;
import org.serviceexchange.api.web.ApiResponses;
import org.serviceexchange.connection.offboarding.OffBoardConnection;
import org.serviceexchange.connection.offboarding.OffBoardingOrder;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.closing.RequestRegistrationCancellation;
import org.serviceexchange.provider.invitation.RequestNewLink;
import org.serviceexchange.provider.registration.IfMatch;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** API endpoints for requesting a new link and cancelling, which the process executes asynchronously, and for off-boarding. */
@RestController
@RequestMapping(path = ApiPaths.REGISTRATIONS + "/{number}", produces = APPLICATION_JSON_VALUE)
class AdministrationEndpoints {

    private final IfMatch precondition;
    private final RequestNewLink requestNewLink;
    private final RequestRegistrationCancellation requestCancellation;
    private final OffBoardConnection offBoardConnection;
    private final Registrations registrations;
    private final RegistrationResources resources;
    private final ApiResponses responses;

    AdministrationEndpoints(
            IfMatch precondition,
            RequestNewLink requestNewLink,
            RequestRegistrationCancellation requestCancellation,
            OffBoardConnection offBoardConnection,
            Registrations registrations,
            RegistrationResources resources,
            ApiResponses responses) {
        this.precondition = precondition;
        this.requestNewLink = requestNewLink;
        this.requestCancellation = requestCancellation;
        this.offBoardConnection = offBoardConnection;
        this.registrations = registrations;
        this.resources = resources;
        this.responses = responses;
    }

    @PostMapping("/resend")
    ResponseEntity<byte[]> resend(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal service,
            Locale language) {
        precondition.act(number, one -> matches(ifMatch, one), () -> requestNewLink.request(number, service.getName()));
        return accepted(number, language);
    }

    @PostMapping("/cancel")
    ResponseEntity<byte[]> cancel(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal service,
            Locale language) {
        precondition.act(
                number, one -> matches(ifMatch, one), () -> requestCancellation.request(number, service.getName()));
        return accepted(number, language);
    }

    /** Done with the response; repeating it has no effect. */
    @PostMapping(path = "/off-board", consumes = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> offBoard(
            @PathVariable String number,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal service,
            Locale language) {
        OffBoardingOrder order = responses.read(body, OffBoardingOrder.class);
        precondition.act(
                number,
                one -> matches(ifMatch, one),
                () -> offBoardConnection.offBoard(ConnectionSide.PROVIDER, number, service.getName(), order));
        return responses.ok(resources.of(registrations.get(number), language), language);
    }

    private boolean matches(@Nullable String ifMatch, Registration registration) {
        return responses.matches(ifMatch, language -> resources.of(registration, language));
    }

    private ResponseEntity<byte[]> accepted(String number, Locale language) {
        return responses.accepted(resources.of(registrations.get(number), language), language);
    }
}
