package org.serviceexchange.consumer.web.api;

import java.util.Optional;
import org.serviceexchange.api.web.ApiPaths;
import org.serviceexchange.center.CaseSource;
import org.serviceexchange.connection.act.ShownConnection;
import org.serviceexchange.connection.act.ShownConnections;
import org.serviceexchange.consumer.connection.ConnectionProcess;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The connections to providers as the API shows them. */
@Component
class ShownProviderConnections implements ShownConnections {

    private final ProviderConnections connections;
    private final ConnectionProcess process;
    private final CaseSource cases;
    private final ApiPaths paths;

    ShownProviderConnections(
            ProviderConnections connections,
            ConnectionProcess process,
            @Qualifier("connectionsAsCases") CaseSource cases,
            ApiPaths paths) {
        this.cases = cases;
        this.connections = connections;
        this.process = process;
        this.paths = paths;
    }

    @Override
    public ConnectionSide side() {
        return ConnectionSide.CONSUMER;
    }

    @Override
    public Optional<ShownConnection> find(String number) {
        return connections.find(number).map(this::shown);
    }

    @Override
    public Optional<ShownConnection> lock(String number) {
        return connections
                .find(number)
                .map(found -> connections.lock(found.number()))
                .map(this::shown);
    }

    @Override
    public Problem unknown(String number) {
        return new Problem(ProblemCode.CONNECTION_UNKNOWN, number);
    }

    @Override
    public boolean retryOnboarding(String number) {
        return process.retry(number);
    }

    private ShownConnection shown(ProviderConnection connection) {
        return new ShownConnection(
                connection.number(),
                connection.number(),
                language -> ProviderConnectionResource.of(connection, cases.turns(), paths, language));
    }
}
