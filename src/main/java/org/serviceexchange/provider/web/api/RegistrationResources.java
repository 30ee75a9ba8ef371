package org.serviceexchange.provider.web.api;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.api.web.ApiPaths;
import org.serviceexchange.api.web.FindingResource;
import org.serviceexchange.approval.web.ApprovalResource;
import org.serviceexchange.center.CaseSource;
import org.serviceexchange.center.Turns;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.serviceexchange.provider.registration.RegistrationSnapshot;
import org.serviceexchange.provider.web.api.RegistrationResource.ClaimResource;
import org.serviceexchange.provider.web.api.RegistrationResource.Links;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Builds representations of registrations. */
@Component
class RegistrationResources {

    private final ApiPaths paths;
    private final CaseSource cases;

    RegistrationResources(ApiPaths paths, @Qualifier("registrationsAsCases") CaseSource cases) {
        this.paths = paths;
        this.cases = cases;
    }

    RegistrationResource of(Registration registration, Locale language) {
        return of(registration, cases.turns(), language);
    }

    /** Of each of these. */
    Function<Registration, RegistrationResource> ofAll(List<Registration> found, Locale language) {
        Turns turns =
                cases.turnsOf(found.stream().map(one -> one.request().number()).toList());
        return registration -> of(registration, turns, language);
    }

    private RegistrationResource of(Registration registration, Turns turns, Locale language) {
        RegistrationSnapshot snapshot = registration.snapshot();
        RegistrationRequest request = registration.request();
        String connection = RegistrationResource.number(snapshot.connection());
        return new RegistrationResource(
                request.number(),
                snapshot.state(),
                snapshot.closingReason(),
                registration.snapshot().suspended() && !snapshot.state().closed(),
                turns.of(request.number(), snapshot.pendingOn()),
                request.companyId(),
                request.contactId(),
                request.consumerUrl(),
                request.requestedBy(),
                request.at(),
                RegistrationResource.expiry(snapshot.link()),
                FindingResource.all(snapshot.findings(), language),
                ApprovalResource.all(snapshot.progress().approvals()),
                ClaimResource.of(snapshot.claim()),
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
