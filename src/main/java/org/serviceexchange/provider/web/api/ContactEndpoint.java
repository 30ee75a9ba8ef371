package org.serviceexchange.provider.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.api.web.ApiPaths;
import org.serviceexchange.api.web.ApiResponses;
import org.serviceexchange.provider.registration.IfMatch;
import org.serviceexchange.provider.registration.Registrations;
import org.serviceexchange.provider.validation.ChangeContact;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** API endpoint for replacing the contact of a registration, and with the contact the company if that is another one. */
@RestController
class ContactEndpoint {

    private final IfMatch precondition;
    private final ChangeContact changeContact;
    private final Registrations registrations;
    private final RegistrationResources resources;
    private final ApiResponses responses;

    ContactEndpoint(
            IfMatch precondition,
            ChangeContact changeContact,
            Registrations registrations,
            RegistrationResources resources,
            ApiResponses responses) {
        this.precondition = precondition;
        this.changeContact = changeContact;
        this.registrations = registrations;
        this.resources = resources;
        this.responses = responses;
    }

    /** The request body. */
    record WantedContact(String companyId, String contactId) {}

    /** The precondition comes first, because the change locks more than the registration, in another order. */
    @PostMapping(
            path = ApiPaths.REGISTRATIONS + "/{number}/contact",
            consumes = APPLICATION_JSON_VALUE,
            produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> change(
            @PathVariable String number,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal service,
            Locale language) {
        WantedContact wanted = responses.read(body, WantedContact.class);
        precondition.act(number, one -> responses.matches(ifMatch, spoken -> resources.of(one, spoken)), () -> {});
        changeContact.change(number, wanted.companyId(), wanted.contactId(), service.getName());
        return responses.ok(resources.of(registrations.get(number), language), language);
    }
}
