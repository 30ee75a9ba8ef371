package org.serviceexchange.provider.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.api.web.ApiPaths;
import org.serviceexchange.api.web.ApiResponses;
import org.serviceexchange.connection.act.RetryFailedStep;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.registration.IfMatch;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** API endpoint for retrying what failed in a registration. */
@RestController
@RequestMapping(path = ApiPaths.REGISTRATIONS + "/{number}", produces = APPLICATION_JSON_VALUE)
class RetryEndpoint {

    private final RetryFailedStep retryFailedStep;
    private final IfMatch precondition;
    private final Registrations registrations;
    private final RegistrationResources resources;
    private final ApiResponses responses;

    RetryEndpoint(
            RetryFailedStep retryFailedStep,
            IfMatch precondition,
            Registrations registrations,
            RegistrationResources resources,
            ApiResponses responses) {
        this.retryFailedStep = retryFailedStep;
        this.precondition = precondition;
        this.registrations = registrations;
        this.resources = resources;
        this.responses = responses;
    }

    /** Has no effect if no step has failed. */
    @PostMapping("/retry")
    ResponseEntity<byte[]> retry(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal service,
            Locale language) {
        precondition.act(
                number,
                one -> responses.matches(ifMatch, any -> resources.of(one, any)),
                () -> retryFailedStep.retryOnboarding(ConnectionSide.PROVIDER, number, service.getName()));
        return responses.accepted(resources.of(registrations.get(number), language), language);
    }
}
