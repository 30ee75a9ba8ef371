package org.serviceexchange.provider.web.api;

import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.api.Idempotency;
import org.serviceexchange.api.IdempotencyRecord;
import org.serviceexchange.api.web.ApiPaths;
import org.serviceexchange.api.web.ApiResponses;
import org.serviceexchange.api.web.IdempotencyKey;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationOrder;
import org.serviceexchange.provider.registration.RegistrationProcess;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** API endpoint for creating a registration, with the same rules and process as the form in Tasklist. */
@RestController
class CreateEndpoint {

    private final RegistrationProcess process;
    private final Registrations registrations;
    private final RegistrationResources resources;
    private final Idempotency idempotency;
    private final ApiResponses responses;

    CreateEndpoint(
            RegistrationProcess process,
            Registrations registrations,
            RegistrationResources resources,
            Idempotency idempotency,
            ApiResponses responses) {
        this.process = process;
        this.registrations = registrations;
        this.resources = resources;
        this.idempotency = idempotency;
        this.responses = responses;
    }

    @PostMapping(
            path = ApiPaths.REGISTRATIONS,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> create(
            @RequestHeader(name = IdempotencyKey.HEADER, defaultValue = "") String idempotencyKey,
            @RequestBody(required = false) byte @Nullable [] body,
            Principal service) {
        String key = IdempotencyKey.of(idempotencyKey);
        NewRegistration wanted = responses.read(body, NewRegistration.class);
        RegistrationOrder order =
                new RegistrationOrder(wanted.companyId(), wanted.contactId(), wanted.consumerUrl(), service.getName());
        IdempotencyRecord response = idempotency.execute(
                service.getName(), key, ApiPaths.REGISTRATIONS + responses.canonical(wanted), () -> create(order));
        return responses.kept(response, Languages.DEFAULT);
    }

    /** The representation of a new registration does not depend on the language. */
    private IdempotencyRecord create(RegistrationOrder order) {
        String number = process.start(order);
        Registration created = registrations.lock(number);
        Locale language = Languages.DEFAULT;
        return responses.created(resources.address(number), resources.of(created, language));
    }
}
