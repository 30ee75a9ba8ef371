package org.serviceexchange.provider.web.api;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.api.web.ApiPaths;
import org.serviceexchange.center.PendingOn;
import org.serviceexchange.center.Turns;
import org.serviceexchange.provider.registration.ConsumerConnection;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationState;

/** The representation of a consumer connection in the API. */
record ConsumerConnectionResource(
        String number,
        State state,
        PendingOn pendingOn,
        String registration,
        String companyId,
        String consumerUrl,
        @Nullable String consumerName,
        @Nullable String thumbprint,
        Direction inbound,
        Direction outbound,
        String keyId,
        Links links) {

    /** The state: active once both directions are proved, until it is off-boarded. */
    enum State {
        ACTIVATING(RegistrationState.OPEN),
        ACTIVE(RegistrationState.CLOSED_COMPLETE),
        OFF_BOARDED(RegistrationState.OFF_BOARDED);

        private final RegistrationState ofRegistration;

        State(RegistrationState ofRegistration) {
            this.ofRegistration = ofRegistration;
        }

        /** The state of the registration whose connection it is. */
        RegistrationState ofRegistration() {
            return ofRegistration;
        }

        private static State of(RegistrationState registration) {
            return switch (registration) {
                case CLOSED_COMPLETE -> ACTIVE;
                case OFF_BOARDED -> OFF_BOARDED;
                case AWAITING_VALIDATION, VALIDATION_FAILED, VALIDATED, OPEN, CLOSED_INCOMPLETE -> ACTIVATING;
            };
        }
    }

    /** A direction, and since when it is proved. */
    record Direction(boolean active, @Nullable Instant since) {

        static Direction of(Registration registration, @Nullable Instant proved) {
            return new Direction(proved != null && !registration.state().over(), proved);
        }
    }

    /** Links to the resource, what is shown beside it, its registration and its page for people. */
    record Links(String self, String health, String evidence, String registration, String page) {}

    /** The representation for a registration that has a connection. */
    static ConsumerConnectionResource of(Registration registration, Turns turns, ApiPaths paths) {
        ConsumerConnection connection =
                Objects.requireNonNull(registration.snapshot().connection());
        var claim = registration.snapshot().claim();
        var request = registration.request();
        String self = paths.address(ApiPaths.CONSUMER_CONNECTIONS + "/" + connection.number());
        return new ConsumerConnectionResource(
                connection.number(),
                State.of(registration.state()),
                turns.of(request.number(), registration.snapshot().pendingOn()),
                request.number(),
                request.companyId(),
                request.consumerUrl(),
                claim == null ? null : claim.consumerName(),
                claim == null ? null : claim.thumbprint(),
                Direction.of(registration, connection.inboundSince()),
                Direction.of(registration, connection.outboundSince()),
                connection.keyId(),
                new Links(
                        self,
                        self + "/health",
                        self + "/evidence",
                        paths.address(ApiPaths.REGISTRATIONS + "/" + request.number()),
                        paths.address("/registrations/" + request.number())));
    }
}
