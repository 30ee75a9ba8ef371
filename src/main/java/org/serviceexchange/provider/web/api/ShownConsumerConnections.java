package org.serviceexchange.provider.web.api;

import java.util.Optional;
import org.serviceexchange.api.web.ApiPaths;
import org.serviceexchange.center.CaseSource;
import org.serviceexchange.connection.act.ShownConnection;
import org.serviceexchange.connection.act.ShownConnections;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationPages;
import org.serviceexchange.provider.registration.RegistrationProcess;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The connections to consumers as the API shows them; each belongs to a registration. */
@Component
class ShownConsumerConnections implements ShownConnections {

    private final RegistrationPages pages;
    private final Registrations registrations;
    private final RegistrationProcess process;
    private final CaseSource cases;
    private final ApiPaths paths;

    ShownConsumerConnections(
            RegistrationPages pages,
            Registrations registrations,
            RegistrationProcess process,
            @Qualifier("registrationsAsCases") CaseSource cases,
            ApiPaths paths) {
        this.cases = cases;
        this.pages = pages;
        this.registrations = registrations;
        this.process = process;
        this.paths = paths;
    }

    @Override
    public ConnectionSide side() {
        return ConnectionSide.PROVIDER;
    }

    @Override
    public Optional<ShownConnection> find(String number) {
        return pages.ofConnection(number).map(registration -> shown(number, registration));
    }

    @Override
    public Optional<ShownConnection> lock(String number) {
        return pages.ofConnection(number)
                .map(found -> registrations.lock(found.number()))
                .map(registration -> shown(number, registration));
    }

    @Override
    public Problem unknown(String number) {
        return new Problem(ProblemCode.CONSUMER_CONNECTION_UNKNOWN, number);
    }

    @Override
    public boolean retryOnboarding(String registration) {
        return process.retry(registration);
    }

    private ShownConnection shown(String number, Registration registration) {
        return new ShownConnection(
                number,
                registration.number(),
                language -> ConsumerConnectionResource.of(registration, cases.turns(), paths));
    }
}
