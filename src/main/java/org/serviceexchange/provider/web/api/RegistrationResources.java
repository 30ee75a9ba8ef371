package org.serviceexchange.provider.web.api;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.api.web.ApiPaths;
import org.serviceexchange.api.web.FindingResource;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationFacts;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.serviceexchange.provider.web.api.RegistrationResource.ClaimResource;
import org.serviceexchange.provider.web.api.RegistrationResource.Links;
import org.springframework.stereotype.Component;

/** Turns registrations into what services read. */
@Component
class RegistrationResources {

    private final ApiPaths paths;

    RegistrationResources(ApiPaths paths) {
        this.paths = paths;
    }

    RegistrationResource of(Registration registration, Locale language) {
        RegistrationFacts facts = registration.facts();
        RegistrationRequest request = registration.request();
        String connection = RegistrationResource.number(facts.connection());
        return new RegistrationResource(
                request.number(),
                facts.state(),
                facts.closingReason(),
                registration.suspended() && !facts.state().closed(),
                request.companyId(),
                request.contactId(),
                request.consumerUrl(),
                request.requestedBy(),
                request.at(),
                RegistrationResource.expiry(facts.link()),
                FindingResource.all(facts.findings(), language),
                ClaimResource.of(facts.claim()),
                connection,
                links(request.number(), connection));
    }

    String address(String number) {
        return paths.address(ApiPaths.REGISTRATIONS + "/" + number);
    }

    private Links links(String number, @Nullable String connection) {
        return new Links(
                address(number),
                address(number) + "/journal",
                paths.address("/registrations/" + number),
                connection == null ? null : paths.address(ApiPaths.CONSUMER_CONNECTIONS + "/" + connection));
    }
}
