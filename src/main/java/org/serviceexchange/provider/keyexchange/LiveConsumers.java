package org.serviceexchange.provider.keyexchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.serviceexchange.connection.heartbeat.LiveConnection;
import org.serviceexchange.connection.heartbeat.LiveConnections;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;

/** The connections of completed registrations. */
@Service
class LiveConsumers implements LiveConnections {

    private final Registrations registrations;

    LiveConsumers(Registrations registrations) {
        this.registrations = registrations;
    }

    @Override
    public ConnectionSide side() {
        return ConnectionSide.PROVIDER;
    }

    @Override
    public Optional<LiveConnection> ofSubject(String subject) {
        return registrations.find(subject).flatMap(LiveConsumers::live);
    }

    @Override
    public Optional<LiveConnection> ofKey(String keyId) {
        return registrations.ofKey(keyId).flatMap(LiveConsumers::live);
    }

    @Override
    public Map<String, Long> versions(List<String> subjects) {
        return registrations.versions(subjects);
    }

    /** The connection of a registration, if it is complete. */
    static Optional<LiveConnection> live(Registration registration) {
        return registration
                .connection()
                .filter(connection -> registration.state() == RegistrationState.CLOSED_COMPLETE)
                .map(connection -> new LiveConnection(
                        connection.number(),
                        ConnectionSide.PROVIDER,
                        registration.number(),
                        connection.keyId(),
                        registration.request().consumerUrl()));
    }
}
