package org.serviceexchange.provider.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.util.List;
import java.util.Locale;
import org.serviceexchange.api.web.ApiPaths;
import org.serviceexchange.api.web.ApiResponses;
import org.serviceexchange.block.field.OwnField;
import org.serviceexchange.block.field.OwnFields;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** API endpoint for what was typed into fields that an analyst added to the start form. */
@RestController
class OwnFieldsEndpoint {

    private final Registrations registrations;
    private final OwnFields ownFields;
    private final ApiResponses responses;

    OwnFieldsEndpoint(Registrations registrations, OwnFields ownFields, ApiResponses responses) {
        this.registrations = registrations;
        this.ownFields = ownFields;
        this.responses = responses;
    }

    /** The fields that were filled in, in the order of the form. */
    record OwnFieldsResource(List<OwnField> items) {}

    @GetMapping(path = ApiPaths.REGISTRATIONS + "/{number}/own-fields", produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> read(@PathVariable String number, Locale language) {
        registrations.get(number);
        return responses.ok(new OwnFieldsResource(ownFields.of(number)), language);
    }
}
