package org.serviceexchange.provider.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.api.web.ApiPaths;
import org.serviceexchange.api.web.ApiResponses;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.registration.IfMatch;
import org.serviceexchange.provider.registration.Registrations;
import org.serviceexchange.provider.validation.CorrectAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** API endpoint for correcting the address of the consumer, which is possible until a consumer claims the registration. */
@RestController
class AddressEndpoint {

    private final IfMatch precondition;
    private final CorrectAddress correctAddress;
    private final Registrations registrations;
    private final RegistrationResources resources;
    private final ApiResponses responses;

    AddressEndpoint(
            IfMatch precondition,
            CorrectAddress correctAddress,
            Registrations registrations,
            RegistrationResources resources,
            ApiResponses responses) {
        this.precondition = precondition;
        this.correctAddress = correctAddress;
        this.registrations = registrations;
        this.resources = resources;
        this.responses = responses;
    }

    /**
     * Done with the response; the new link is made a moment later. The precondition is checked before the instance is asked, which
     * takes too long for a lock. What is found at the address is the problem, unless the caller goes on and may.
     */
    @PostMapping(
            path = ApiPaths.REGISTRATIONS + "/{number}/address",
            consumes = APPLICATION_JSON_VALUE,
            produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> correct(
            @PathVariable String number,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal service,
            Locale language) {
        CorrectedAddress wanted = responses.read(body, CorrectedAddress.class);
        precondition.act(number, one -> responses.matches(ifMatch, spoken -> resources.of(one, spoken)), () -> {});
        correctAddress
                .correct(number, wanted.consumerUrl(), wanted.goOn(), service.getName())
                .ifPresent(found -> {
                    throw new Problem(found.code(), found.arguments().toArray());
                });
        return registrations
                .find(number)
                .map(one -> responses.ok(resources.of(one, language), language))
                .orElseThrow(() -> new Problem(ProblemCode.REGISTRATION_UNKNOWN, number));
    }
}
