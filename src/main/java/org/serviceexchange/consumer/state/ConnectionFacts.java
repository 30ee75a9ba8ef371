package org.serviceexchange.consumer.state;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.center.PendingOn;
import org.serviceexchange.connection.state.NextActor;
import org.serviceexchange.connection.state.PeerPhase;
import org.serviceexchange.connection.state.PeerReason;
import org.serviceexchange.connection.state.PeerState;
import org.serviceexchange.connection.state.StateFacts;
import org.serviceexchange.consumer.connection.AgreedKeys;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.PinnedProvider;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.platform.message.LocalizedMessage;

/** A connection in the words of the protocol. */
final class ConnectionFacts {

    /** Reasons of an end by their message; every other one is the provider's doing. */
    private static final Map<String, PeerReason> REASONS = Map.ofEntries(
            Map.entry("consumer.reason.cancelled", PeerReason.CANCELLED),
            Map.entry("consumer.reason.notApproved", PeerReason.CANCELLED),
            Map.entry("consumer.reason.notApprovedInTime", PeerReason.CANCELLED),
            Map.entry("consumer.reason.offBoarded", PeerReason.OFF_BOARDED),
            Map.entry("consumer.reason.expired", PeerReason.EXPIRED),
            Map.entry("consumer.reason.refused", PeerReason.REFUSED),
            Map.entry("consumer.reason.newLink", PeerReason.REPLACED),
            Map.entry("consumer.reason.keysLost", PeerReason.LOST),
            Map.entry("consumer.reason.keysLostHere", PeerReason.LOST),
            Map.entry("consumer.reason.lostAtProvider", PeerReason.LOST),
            Map.entry("consumer.reason.replacedBy", PeerReason.REPLACED));

    private ConnectionFacts() {}

    static StateFacts of(ProviderConnection connection, long version) {
        PinnedProvider provider = connection.snapshot().provider();
        return new StateFacts(
                connection.number(),
                state(connection.state()),
                phase(connection.state()),
                reason(connection),
                provider == null ? "" : provider.clientId(),
                0,
                connection.keys().map(AgreedKeys::keyId).orElse(""),
                version,
                next(connection.snapshot().pendingOn()));
    }

    private static PeerState state(ConnectionState state) {
        return switch (state) {
            case ONBOARDED -> PeerState.COMPLETE;
            case CLOSED_INCOMPLETE, OFF_BOARDED -> PeerState.CLOSED;
            case AWAITING_VALIDATION,
                    VALIDATION_FAILED,
                    VALIDATED,
                    CLAIMING,
                    AWAITING_AUTHENTICATION,
                    EXCHANGING_KEYS,
                    ACTIVATING -> PeerState.OPEN;
        };
    }

    private static PeerPhase phase(ConnectionState state) {
        return switch (state) {
            case AWAITING_VALIDATION, VALIDATION_FAILED -> PeerPhase.VALIDATION;
            case VALIDATED, CLAIMING -> PeerPhase.CLAIM;
            case AWAITING_AUTHENTICATION -> PeerPhase.AUTHORIZATION;
            case EXCHANGING_KEYS -> PeerPhase.KEY_EXCHANGE;
            case ACTIVATING -> PeerPhase.ACTIVATION;
            case ONBOARDED, CLOSED_INCOMPLETE, OFF_BOARDED -> PeerPhase.NONE;
        };
    }

    private static PeerReason reason(ProviderConnection connection) {
        if (!connection.state().over()) {
            return PeerReason.NONE;
        }
        return reason(connection.snapshot().reason());
    }

    private static PeerReason reason(@Nullable LocalizedMessage kept) {
        return kept == null ? PeerReason.CANCELLED : REASONS.getOrDefault(kept.key(), PeerReason.ENDED_BY_PEER);
    }

    private static NextActor next(PendingOn whom) {
        return switch (whom) {
            case US -> NextActor.CONSUMER;
            case THEM -> NextActor.PROVIDER;
            case SYSTEM -> NextActor.SYSTEM;
            case NOBODY -> NextActor.NOBODY;
        };
    }
}
