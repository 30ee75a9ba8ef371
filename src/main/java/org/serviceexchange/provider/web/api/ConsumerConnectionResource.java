package org.serviceexchange.provider.web.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.api.web.ApiPaths;
import org.serviceexchange.provider.registration.ConsumerConnection;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationState;

/** The representation of a consumer connection in the API. */
record ConsumerConnectionResource(
        String number,
        State state,
        String registration,
        String companyId,
        String consumerUrl,
        @Nullable String consumerName,
        @Nullable String thumbprint,
        Direction inbound,
        Direction outbound,
        String keyId,
        Links links) {

    /** The state: active once both directions are proved. */
    enum State {
        ACTIVATING,
        ACTIVE
    }

    /** A direction, and since when it is proved. */
    record Direction(boolean active, @Nullable Instant since) {

        static Direction since(@Nullable Instant proved) {
            return new Direction(proved != null, proved);
        }
    }

    /** Links to the resource, its registration and its page for people. */
    record Links(String self, String registration, String page) {}

    /** The representation for a registration that has a connection. */
    static ConsumerConnectionResource of(Registration registration, ApiPaths paths) {
        ConsumerConnection connection = registration.connection().orElseThrow();
        var claim = registration.snapshot().claim();
        var request = registration.request();
        return new ConsumerConnectionResource(
                connection.number(),
                registration.state() == RegistrationState.CLOSED_COMPLETE ? State.ACTIVE : State.ACTIVATING,
                request.number(),
                request.companyId(),
                request.consumerUrl(),
                claim == null ? null : claim.consumerName(),
                claim == null ? null : claim.thumbprint(),
                Direction.since(connection.inboundSince()),
                Direction.since(connection.outboundSince()),
                connection.keyId(),
                new Links(
                        paths.address(ApiPaths.CONSUMER_CONNECTIONS + "/" + connection.number()),
                        paths.address(ApiPaths.REGISTRATIONS + "/" + request.number()),
                        paths.address("/registrations/" + request.number())));
    }
}
