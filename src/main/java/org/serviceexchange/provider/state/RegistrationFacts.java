package org.serviceexchange.provider.state;

import org.jspecify.annotations.Nullable;
import org.serviceexchange.center.PendingOn;
import org.serviceexchange.connection.state.NextActor;
import org.serviceexchange.connection.state.PeerPhase;
import org.serviceexchange.connection.state.PeerReason;
import org.serviceexchange.connection.state.PeerState;
import org.serviceexchange.connection.state.StateFacts;
import org.serviceexchange.provider.registration.Claim;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.ConsumerConnection;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationState;

/** A registration in the words of the protocol. */
final class RegistrationFacts {

    private RegistrationFacts() {}

    static StateFacts of(Registration registration, long version) {
        return new StateFacts(
                registration.connection().map(ConsumerConnection::number).orElse(""),
                state(registration),
                phase(registration),
                reason(registration.snapshot().closingReason()),
                registration.claim().map(Claim::clientId).orElse(""),
                registration.snapshot().counterpart().generation(),
                registration.connection().map(ConsumerConnection::keyId).orElse(""),
                version,
                next(registration.snapshot().pendingOn()));
    }

    private static PeerState state(Registration registration) {
        return switch (registration.state()) {
            case CLOSED_COMPLETE -> PeerState.COMPLETE;
            case CLOSED_INCOMPLETE, OFF_BOARDED -> PeerState.CLOSED;
            case AWAITING_VALIDATION, VALIDATION_FAILED, VALIDATED, OPEN ->
                registration.snapshot().suspended() ? PeerState.SUSPENDED : PeerState.OPEN;
        };
    }

    private static PeerPhase phase(Registration registration) {
        if (registration.state().closed()) {
            return PeerPhase.NONE;
        }
        if (registration.state() != RegistrationState.OPEN) {
            return PeerPhase.VALIDATION;
        }
        if (registration.claim().isEmpty()) {
            return PeerPhase.INVITATION;
        }
        if (registration.connection().isPresent()) {
            return PeerPhase.ACTIVATION;
        }
        return registration.snapshot().consentGiven() ? PeerPhase.KEY_EXCHANGE : PeerPhase.AUTHORIZATION;
    }

    private static PeerReason reason(@Nullable ClosingReason reason) {
        if (reason == null) {
            return PeerReason.NONE;
        }
        return switch (reason) {
            case EXPIRED -> PeerReason.EXPIRED;
            case DECLINED -> PeerReason.DECLINED;
            case FAILED -> PeerReason.FAILED;
            case ENDED_BY_CONSUMER -> PeerReason.ENDED_BY_PEER;
            case LOST_AT_CONSUMER -> PeerReason.LOST;
            case OFF_BOARDED -> PeerReason.OFF_BOARDED;
            default -> PeerReason.CANCELLED;
        };
    }

    private static NextActor next(PendingOn whom) {
        return switch (whom) {
            case US -> NextActor.PROVIDER;
            case THEM -> NextActor.CONSUMER;
            case SYSTEM -> NextActor.SYSTEM;
            case NOBODY -> NextActor.NOBODY;
        };
    }
}
