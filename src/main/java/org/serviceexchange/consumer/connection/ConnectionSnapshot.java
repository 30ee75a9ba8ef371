package org.serviceexchange.consumer.connection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.center.PendingOn;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;

/**
 * The changeable state of a connection; the store saves it, {@link ProviderConnection} decides what changes.
 *
 * @param reason why the connection was, or is about to be, closed
 * @param company id of the company record of the provider
 * @param provider the provider, once it accepted the claim
 * @param token access token of the key exchange; null once the keys are agreed
 */
public record ConnectionSnapshot(
        ConnectionState state,
        @Nullable LocalizedMessage reason,
        List<Finding> findings,
        LinkInUse link,
        @Nullable String company,
        @Nullable PinnedProvider provider,
        @Nullable SealedToken token,
        @Nullable AgreedKeys keys) {

    public ConnectionSnapshot {
        findings = List.copyOf(findings);
    }

    /** The state of a connection whose link has just been opened. */
    static ConnectionSnapshot opened(LinkInUse link) {
        return new ConnectionSnapshot(
                ConnectionState.AWAITING_VALIDATION, null, List.of(), link, null, null, null, null);
    }

    /** Whom the connection is pending on. */
    public PendingOn pendingOn() {
        return switch (state) {
            case AWAITING_VALIDATION, CLAIMING, EXCHANGING_KEYS -> PendingOn.SYSTEM;
            case VALIDATION_FAILED, VALIDATED, AWAITING_AUTHENTICATION -> PendingOn.US;
            case ACTIVATING -> keys != null && keys.outbound() ? PendingOn.THEM : PendingOn.SYSTEM;
            case ONBOARDED, CLOSED_INCOMPLETE -> PendingOn.NOBODY;
        };
    }

    /** When the link expires, as long as a person still has to use it. */
    public Optional<Instant> due() {
        return state.acceptsNewerLink() ? Optional.of(link.expiresAt()) : Optional.empty();
    }
}
