package org.serviceexchange.consumer.connection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.center.PendingOn;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;

/**
 * What changes about a connection while it moves on; the store keeps it, {@link ProviderConnection} decides over it.
 *
 * @param reason why the connection was closed, or is closed next
 * @param company id of the provider's company record
 * @param provider once it accepted the claim
 * @param token wiped once the keys are agreed
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

    /** Of a connection whose link was opened just now. */
    static ConnectionSnapshot opened(LinkInUse link) {
        return new ConnectionSnapshot(
                ConnectionState.AWAITING_VALIDATION, null, List.of(), link, null, null, null, null);
    }

    /** Whose turn it is. */
    public PendingOn pendingOn() {
        return switch (state) {
            case AWAITING_VALIDATION, CLAIMING, EXCHANGING_KEYS -> PendingOn.SYSTEM;
            case VALIDATION_FAILED, VALIDATED, AWAITING_AUTHENTICATION -> PendingOn.US;
            case ACTIVATING -> keys != null && keys.outbound() ? PendingOn.THEM : PendingOn.SYSTEM;
            case ONBOARDED, CLOSED_INCOMPLETE -> PendingOn.NOBODY;
        };
    }

    /** When the link expires, while a person is still to use it. */
    public Optional<Instant> due() {
        return state.acceptsNewerLink() ? Optional.of(link.expiresAt()) : Optional.empty();
    }
}
